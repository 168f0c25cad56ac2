import { decodeAnsiC } from './decode-ansi-c.ts';
import { expansionMark } from '../is-placeholder.ts';

/**
 * What the shell puts another text for: a variable, a substitution. `close` `?`: it may also go on to the end of the
 * text, so that its end is not looked for over and over.
 */
const expansion = (close: '' | '?'): string =>
  `\\$(?:\\w+|[$!?@*#-]|\\{[^}]*\\}${close}|\\([^)]*\\)${close})|\`[^\`]*\`${close}`;

/**
 * The kinds of pieces that make a word in bash, each tried where the last one ended.
 * Unrolled, so that a quotation of any length is matched without looking back.
 */
const pieces: readonly (readonly [pattern: RegExp, read: (content: string) => string])[] = [
  [/'([^']*)'/y, (content) => content],
  [/\$'([^'\\]*(?:\\[\s\S][^'\\]*)*)'/y, decodeAnsiC],
  [/\$?"([^"\\]*(?:\\[\s\S][^"\\]*)*)"/y, readDoubleQuotes],
  [/\\([\s\S])/y, (content) => content],
  [new RegExp(expansion(''), 'y'), () => expansionMark],
  [/[^\s'"\\$`;|&<>()]+|\$(?!['"{(])/y, (content) => content],
];
/** In double quotes a backslash escapes only these four and the end of a line. */
const inDoubleQuotes = new RegExp(`\\\\([\\\\"$\`])|\\\\\\n|${expansion('?')}`, 'g');
const blanks = /(?:[ \t]|(?<=\s)#[^\n]*)+/y;

/**
 * The words of the first command in a text, read as bash does; null when it ends within a quotation.
 * Variables and substitutions, whose values nobody knows here, become `expansionMark`.
 *
 * Of the libraries, shell-quote 1.12 makes a word of each continued line and takes a quotation that was cut off for a
 * whole one; shellwords 1.1 reads neither `$'...'`, as browsers write it, nor continued lines.
 */
export function shellWords(text: string): readonly string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let position = 0;
  while (position < text.length) {
    const skipped = matchAt(blanks, text, position);
    if (skipped !== null) {
      if (word !== null) words.push(word);
      word = null;
      position += skipped[0].length;
    } else if (text.startsWith('\\\n', position)) {
      position += 2;
    } else if (/[\n;|&<>()]/.test(text.charAt(position))) {
      break;
    } else {
      const piece = readPiece(text, position);
      if (piece === null) return null;
      word = (word ?? '') + piece.content;
      position = piece.end;
    }
  }
  return word === null ? words : [...words, word];
}

function readPiece(text: string, position: number): { content: string; end: number } | null {
  for (const [pattern, read] of pieces) {
    const match = matchAt(pattern, text, position);
    if (match !== null) return { content: read(match[1] ?? match[0]), end: position + match[0].length };
  }
  return null;
}

function readDoubleQuotes(content: string): string {
  return content.replace(inDoubleQuotes, (match: string, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped;
    return match === '\\\n' ? '' : expansionMark;
  });
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  // `lastIndex` is how a sticky pattern is told where to match; the patterns are this module's own.
  pattern.lastIndex = position;
  return pattern.exec(text);
}
