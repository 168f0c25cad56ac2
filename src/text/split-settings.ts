/** One setting of a line. */
export interface LineSetting {
  readonly key: string;
  /** The text after `=`, including quotes. */
  readonly raw: string;
  /** The separator before the next setting; empty after the last one. */
  readonly sign: string;
  /**
   * The program that reads the value. For Windows' command prompt, quotes and the blanks before `&` are part of the
   * value.
   */
  readonly reader: 'file' | 'shell' | 'prompt';
}

/** `==` is the end of a value in Base64. Blanks on both sides of `=` are not part of the value. */
const assignment = String.raw`([A-Za-z_][\w.-]*)(?:[ \t]+=(?!=)[ \t]*|=(?!=))`;
const setter = String.raw`(export[ \t]+|declare[ \t]+-x[ \t]+|\$env:|set[ \t]+)?`;
/** Matches only from the first separator character, so that a long sequence is not scanned repeatedly. */
const separator = String.raw`(?<![ \t;,&|])([ \t;,&|]+)`;

const first = new RegExp(`^([ \\t]*)${setter}${assignment}`, 'i');
const next = new RegExp(`${separator}${setter}${assignment}`, 'gi');
/** Any other separator may be part of the URL. */
const nextAfterUrl = new RegExp(`(?<![ \\t])([ \\t]+)${setter}${assignment}`, 'gi');
const quotedValue = /^(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*')/;

/** Whether an unquoted value contains another setting: `admin; name=value`. */
export function containsSetting(value: string): boolean {
  return value.replaceAll(/\s/g, ' ').search(next) >= 0;
}

/** Whether a value is a URL. Settings within a URL belong to the URL. */
export function beginsUrl(value: string): boolean {
  return /^(?:jdbc:|https?:)/i.test(value);
}

/**
 * The settings of one line, such as `NAME=value; OTHER=value`; none when the line does not begin with a setting. A
 * comma or a blank may also be part of the value, so a new setting begins after one only if its name is known.
 */
export function splitSettings(line: string, isKnown: (key: string) => boolean): LineSetting[] {
  const settings: LineSetting[] = [];
  let reader: LineSetting['reader'] = 'file';
  let rest = line;
  let found = toSetting(first.exec(line), 0);
  while (found !== null) {
    const { key, set, end } = found;
    if (set !== undefined) reader = /^set/i.test(set) ? 'prompt' : 'shell';
    rest = rest.slice(end);
    found = findNext(rest, (sign, other) => separates(sign, reader) || isKnown(other));
    const raw = found === null ? withoutEnd(rest, reader) : rest.slice(0, found.start);
    const sign = found?.sign ?? '';
    const blanks = reader === 'prompt' ? (/^[ \t]*/.exec(sign)?.[0] ?? '') : '';
    settings.push({ key, raw: raw + blanks, sign, reader });
  }
  return settings;
}

/** Whether this separator always starts a new setting, whatever its name is. */
function separates(sign: string, reader: LineSetting['reader']): boolean {
  return /[;&|]/.test(sign) || (reader === 'shell' && !sign.includes(','));
}

interface FoundSetting {
  readonly sign: string;
  readonly set: string | undefined;
  readonly key: string;
  readonly start: number;
  /** The position where its value begins. */
  readonly end: number;
}

function toSetting(match: RegExpExecArray | null, offset: number): FoundSetting | null {
  if (match === null) return null;
  const [whole, sign = '', set, key = ''] = match;
  const start = match.index + offset;
  return { sign, set, key, start, end: start + whole.length };
}

/** Finds the setting after the value at the beginning of a text. */
function findNext(text: string, isNext: (sign: string, key: string) => boolean): FoundSetting | null {
  const quoted = quotedValue.exec(text)?.[0] ?? '';
  // A quotation that continues on the next line.
  if (quoted === '' && /^["']/.test(text) && !text.includes(text.charAt(0), 1)) return null;
  const pattern = beginsUrl(text) ? nextAfterUrl : next;
  let seen = quoted.length;
  for (const match of text.slice(quoted.length).matchAll(pattern)) {
    const found = toSetting(match, quoted.length);
    // The rest of the line is a comment.
    if (found === null || /[ \t]#/.test(text.slice(seen, found.start + 1))) return null;
    if (isNext(found.sign, found.key)) return found;
    seen = found.end;
  }
  return null;
}

/** Removes the end of a shell statement, and the text after a quoted value. */
function withoutEnd(text: string, reader: LineSetting['reader']): string {
  if (reader === 'shell') return text.replace(/[ \t]*;[ \t]*$/, '');
  const quoted = quotedValue.exec(text)?.[0];
  return quoted !== undefined && /^[ \t]*[;,)]*[ \t]*$/.test(text.slice(quoted.length)) ? quoted : text;
}
