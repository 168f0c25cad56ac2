import { expansionMark } from '../placeholders.ts';

/** Languages that share their quotes, escapes and comments. `c`: JavaScript, Java, C# and their relatives. */
export type Language = 'python' | 'c' | 'powershell';

export interface Token {
  /** A `sign` is one character, except `@{`, `@(`, `::` and `=>`. */
  readonly kind: 'string' | 'name' | 'number' | 'sign' | 'line';
  readonly text: string;
}

type Rule = readonly [pattern: RegExp, kind: Token['kind'] | null, read?: (match: RegExpExecArray) => string];

const number: Rule = [/\d+(?:\.\d+)?(?![\w.])/y, 'number'];
const line: Rule = [/[ \t\u00A0]*(?:\n\s*)+/y, 'line'];
const blank: Rule = [/[^\S\n]+/y, null];
const sign: Rule = [/=>|::|[^\s"'`]/y, 'sign'];

const rules: Readonly<Record<Language, readonly Rule[]>> = {
  python: [
    [/#[^\n]*|\\\n/y, null],
    [/([A-Za-z]{0,2})("""|''')([\s\S]*?)\2/y, 'string', readPython],
    [/([A-Za-z]{0,2})(")([^"\\\n]*(?:\\[\s\S][^"\\\n]*)*)"/y, 'string', readPython],
    [/([A-Za-z]{0,2})(')([^'\\\n]*(?:\\[\s\S][^'\\\n]*)*)'/y, 'string', readPython],
    number,
    [/[A-Za-z_]\w*/y, 'name'],
    line,
    blank,
    sign,
  ],
  c: [
    [/\/\/[^\n]*|\/\*[\s\S]*?\*\//y, null],
    [/"""\n?([\s\S]*?)"""/y, 'string', ([, text = '']) => decode(text)],
    [/@"((?:[^"]|"")*)"/y, 'string', ([, text = '']) => text.replaceAll('""', '"')],
    [/"([^"\\\n]*(?:\\[\s\S][^"\\\n]*)*)"/y, 'string', ([, text = '']) => decode(text)],
    [/'([^'\\\n]*(?:\\[\s\S][^'\\\n]*)*)'/y, 'string', ([, text = '']) => decode(text)],
    [/`([^`\\]*(?:\\[\s\S][^`\\]*)*)`/y, 'string', ([, text = '']) => decode(mark(text, /\$\{[^}]*\}/g))],
    number,
    [/[A-Za-z_$][\w$]*/y, 'name'],
    line,
    blank,
    sign,
  ],
  powershell: [
    [/#[^\n]*|<#[\s\S]*?#>|`[ \t]*\n/y, null],
    [/@'[ \t]*\n([\s\S]*?)\n[ \t]*'@/y, 'string', ([, text = '']) => text],
    [/@"[ \t]*\n([\s\S]*?)\n[ \t]*"@/y, 'string', ([, text = '']) => readBackticks(text)],
    [/'((?:[^']|'')*)'/y, 'string', ([, text = '']) => text.replaceAll("''", "'")],
    [/"((?:[^"`]|`[\s\S]|"")*)"/y, 'string', ([, text = '']) => readBackticks(text.replaceAll('""', '`"'))],
    number,
    [/\$[\w:]+|-?[A-Za-z_][\w-]*(?:[.:/\\][\w./:?&=%-]*)?/y, 'name'],
    [/@[{(]/y, 'sign'],
    line,
    blank,
    sign,
  ],
};

/** Splits code into tokens. Comments are left out. A quote without its counterpart is the last token. */
export function codeTokens(text: string, language: Language): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const found = matchRule(text, position, rules[language]);
    if (found === null) return [...tokens, { kind: 'sign', text: text.charAt(position) }];
    const [{ length }, kind, value] = found;
    if (kind !== null) tokens.push({ kind, text: value });
    position += length;
  }
  return tokens;
}

function matchRule(
  text: string,
  position: number,
  candidates: readonly Rule[],
): [match: string, kind: Token['kind'] | null, value: string] | null {
  for (const [pattern, kind, read] of candidates) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match !== null) return [match[0], kind, read === undefined ? match[0] : read(match)];
  }
  return null;
}

function readPython([, prefix = '', , text = '']: RegExpExecArray): string {
  const isFormat = /f/i.test(prefix);
  const marked = isFormat ? mark(text, /\{\{|\}\}|\{[^{}]*\}/g) : text;
  return /r/i.test(prefix) ? marked : decode(marked, true);
}

/** Replaces expressions in a string. A doubled brace is a brace. */
function mark(text: string, expression: RegExp): string {
  return text.replace(expression, (match) => {
    if (match === '{{' || match === '}}') return match.charAt(0);
    return markVariable(match.replaceAll(/^\$?\{|\}$/g, ''));
  });
}

/** An expression within a string, with its name when it is only a variable, so that its value can be put in. */
function markVariable(expression: string): string {
  const name = /^\s*([A-Za-z_]\w*)\s*$/.exec(expression)?.[1] ?? '';
  return `${expansionMark}${name}${expansionMark}`;
}

const named: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

/**
 * Decodes the escapes that Python, JavaScript, Java and C# have in common. Python keeps the backslash before a
 * character that needs none.
 */
function decode(text: string, keepsUnknown = false): string {
  return text.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|[uU]([0-9a-fA-F]{8}|[0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\n)|([\s\S]))/g,
    (match: string, braced?: string, unit?: string, byte?: string, newLine?: string, other?: string) => {
      const digits = braced ?? unit ?? byte;
      if (digits !== undefined) {
        const code = Number.parseInt(digits, 16);
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : match;
      }
      if (newLine !== undefined) return '';
      const character = other ?? '';
      const isKept = keepsUnknown && !/[\\'"]/.test(character);
      return named[character] ?? (isKept ? match : character);
    },
  );
}

/** Decodes the backticks of PowerShell. Variables and expressions in double quotes are replaced. */
function readBackticks(text: string): string {
  return text.replace(
    /`u\{([0-9a-fA-F]{1,6})\}|`([\s\S])|\$\([^()]*\)|\$\{[^}]*\}|\$[A-Za-z_][\w:]*/g,
    (expression: string, code?: string, escaped?: string) => {
      if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10_ff_ff));
      if (escaped === undefined) return markVariable(expression.replaceAll(/^\$\{?|\}$/g, ''));
      return escaped === 'a' || escaped === 'e' ? '' : (named[escaped] ?? escaped);
    },
  );
}
