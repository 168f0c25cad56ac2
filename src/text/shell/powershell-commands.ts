import { expansionMark } from '../placeholders.ts';
import type { WindowsScript } from './cmd-commands.ts';

/** Text that PowerShell replaces in double quotes. */
const escapes = /`([\s\S])|""|\$\([^()]*\)|\$\{[^}]*\}|\$[A-Za-z_][\w:]*/g;
const pieces: readonly (readonly [pattern: RegExp, read: (content: string) => string])[] = [
  [/'((?:[^']|'')*)'/y, (content) => content.replaceAll("''", "'")],
  [/"((?:[^"`]|`[\s\S]|"")*)"/y, readDoubleQuotes],
  [/`([\s\S])/y, (content) => content],
  [/\$\([^()]*\)|\$\{[^}]*\}|\$[A-Za-z_][\w:]*/y, () => expansionMark],
  [/[^\s'"`$;|]+|\$/y, (content) => content],
];
const blanks = /(?:[^\S\n]|`[ \t]*\n|\n(?=[ \t]*--?[A-Za-z]))+/y;

/** The words of each command in a text, as PowerShell reads it. */
export function powershellCommands(text: string): WindowsScript {
  const commands: string[][] = [[]];
  let word: string | null = null;
  let position = 0;
  const endWord = () => {
    if (word !== null) commands.at(-1)?.push(withoutNativeEscapes(word));
    word = null;
  };
  while (position < text.length) {
    const skipped = endOf(blanks, text, position);
    if (skipped !== null) {
      endWord();
      position = skipped;
    } else if (/[\n;|]/.test(text.charAt(position))) {
      endWord();
      commands.push([]);
      position += 1;
    } else {
      const piece = readPiece(text, position);
      if (piece === null) return { commands: withWords(commands.slice(0, -1)), isCut: true };
      word = (word ?? '') + piece.content;
      position = piece.end;
    }
  }
  endWord();
  return { commands: withWords(commands), isCut: false };
}

function withWords(commands: readonly (readonly string[])[]) {
  return commands.filter((words) => words.length > 0);
}

/** For a program, Windows also removes the backslash before a quote. */
function withoutNativeEscapes(word: string): string {
  return word.replaceAll(String.raw`\"`, '"');
}

function readPiece(text: string, position: number): { content: string; end: number } | null {
  for (const [pattern, read] of pieces) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match !== null) return { content: read(match[1] ?? match[0]), end: position + match[0].length };
  }
  return null;
}

function endOf(pattern: RegExp, text: string, position: number): number | null {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function readDoubleQuotes(content: string): string {
  return content.replace(escapes, (match: string, escaped?: string) => {
    if (match === '""') return '"';
    if (escaped === undefined) return expansionMark;
    return escaped === 'n' ? '\n' : escaped;
  });
}
