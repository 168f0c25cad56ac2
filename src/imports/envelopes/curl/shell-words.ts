import { decodeAnsiC } from './decode-ansi-c.ts';
import { expansionMark } from '../../is-placeholder.ts';

/**
 * Text that the shell replaces: a variable or a substitution. `close` `?`: an unterminated expansion matches to the
 * end of the text, so that the end is not searched repeatedly.
 */
const expansion = (close: '' | '?'): string =>
  `\\$(?:\\w+|[$!?@*#-]|\\{[^}]*\\}${close}|\\([^)]*\\)${close})|\`[^\`]*\`${close}`;

/**
 * The parts of a bash word. Each is tried where the previous one ended. The patterns are unrolled, so that a
 * quotation of any length matches without backtracking.
 */
const pieces: readonly (readonly [pattern: RegExp, read: (content: string) => string])[] = [
  [/'([^']*)'/y, (content) => content],
  [/\$'([^'\\]*(?:\\[\s\S][^'\\]*)*)'/y, decodeAnsiC],
  [/\$?"([^"\\]*(?:\\[\s\S][^"\\]*)*)"/y, readDoubleQuotes],
  [/\\([\s\S])/y, (content) => content],
  [new RegExp(expansion(''), 'y'), () => expansionMark],
  [/[^\s'"\\$`;|&<>()]+|\$(?!['"{(])/y, (content) => content],
];
/** In double quotes a backslash escapes only these four characters and the end of a line. */
const inDoubleQuotes = new RegExp(`\\\\([\\\\"$\`])|\\\\\\n|${expansion('?')}`, 'g');
const blanks = /(?:[ \t]|(?<=\s)#[^\n]*)+/y;

/**
 * The words of the first command in a text, as bash reads it; null when it ends within a quotation. Variables and
 * substitutions have unknown values and become `expansionMark`.
 *
 * No library does this: shell-quote 1.12 splits words at each continued line and accepts an unterminated quotation;
 * shellwords 1.1 supports neither `$'...'`, which browsers write, nor continued lines.
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
  // A sticky pattern matches at its `lastIndex`. No other module uses these patterns.
  pattern.lastIndex = position;
  return pattern.exec(text);
}
