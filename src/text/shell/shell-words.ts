import { decodeAnsiC } from './decode-ansi-c.ts';
import { expansionMark } from '../placeholders.ts';

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
const pieces: readonly (readonly [
  pattern: RegExp,
  read: (content: string, variables: ReadonlyMap<string, string>) => string,
])[] = [
  [/'([^']*)'/y, (content) => content],
  [/\$'([^'\\]*(?:\\[\s\S][^'\\]*)*)'/y, decodeAnsiC],
  // A substitution that is quoted as a whole may contain quotes.
  [/"\$\((?:[^()'"]|'[^']*'|"[^"]*"){0,500}\)"/y, () => expansionMark],
  [/\$?"([^"\\]*(?:\\[\s\S][^"\\]*)*)"/y, readDoubleQuotes],
  [/\\([\s\S])/y, (content) => content],
  [new RegExp(expansion(''), 'y'), expand],
  [/[^\s'"\\$`;|&<>()]+|\$(?!['"{(])/y, (content) => content],
];
/** In double quotes a backslash escapes only these four characters and the end of a line. */
const inDoubleQuotes = new RegExp(`\\\\([\\\\"$\`])|\\\\\\n|${expansion('?')}`, 'g');
/** A comment begins after a blank. Pages show a no-break space in place of a blank. */
const blanks = /(?:[^\S\n]|(?<=\s)#[^\n]*)+/y;
/**
 * Continued lines, also as pages break them: with a blank after the backslash, with the lines joined again, without
 * a backslash before an option or a body, and with the backtick of PowerShell.
 */
const continuation =
  /\\[ \t]*\n|\\[ \t]+(?=-)|`[ \t]*\n|\n[ \t\n]*(?=--?[A-Za-z][\w-]*[\s='"]|-[HdXu][^\s-])|\n[ \t]*(?=\|)/y;

/**
 * The words of the first command in a text, as bash reads it; null when it ends within a quotation. Variables and
 * substitutions have unknown values and become `expansionMark`.
 *
 * No library does this: shell-quote 1.12 splits words at each continued line and accepts an unterminated quotation;
 * shellwords 1.1 supports neither `$'...'`, which browsers write, nor continued lines.
 */
export function shellWords(text: string): readonly string[] | null {
  return readShellCommand(text, 0, new Map())?.words ?? null;
}

/** The words of the command at a position, and the position of the sign that ends it. */
export function readShellCommand(
  text: string,
  start: number,
  variables: ReadonlyMap<string, string>,
): { words: string[]; end: number } | null {
  const words: string[] = [];
  let word: string | null = null;
  let position = start;
  while (position < text.length) {
    const skipped = matchAt(blanks, text, position) ?? matchAt(continuation, text, position);
    if (skipped !== null) {
      // Within a word, only a backslash at the very end of a line joins two lines.
      if (word !== null && skipped[0] !== '\\\n') {
        words.push(word);
        word = null;
      }
      position += skipped[0].length;
    } else if (/[\n;|&<>()]/.test(text.charAt(position))) {
      break;
    } else {
      const piece = readPiece(text, position, variables);
      if (piece === null) return null;
      word = (word ?? '') + piece.content;
      position = piece.end;
    }
  }
  return { words: word === null ? words : [...words, word], end: position };
}

function readPiece(
  text: string,
  position: number,
  variables: ReadonlyMap<string, string>,
): { content: string; end: number } | null {
  for (const [pattern, read] of pieces) {
    const match = matchAt(pattern, text, position);
    if (match !== null) {
      return { content: read(match[1] ?? match[0], variables), end: position + match[0].length };
    }
  }
  return null;
}

function readDoubleQuotes(content: string, variables: ReadonlyMap<string, string>): string {
  return content.replace(inDoubleQuotes, (match: string, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped;
    return match === '\\\n' ? '' : expand(match, variables);
  });
}

/** The value of a variable that the script sets itself. */
function expand(expression: string, variables: ReadonlyMap<string, string>): string {
  const [, name = ''] = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(expression) ?? [];
  return variables.get(name) ?? expansionMark;
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  // A sticky pattern matches at its `lastIndex`. No other module uses these patterns.
  pattern.lastIndex = position;
  return pattern.exec(text);
}
