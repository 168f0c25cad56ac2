/** Replaces every character of a secret in a text by {@link hiddenCharacter}, so that the text keeps its length. */
export type HideSecrets = (text: string, secrets: readonly string[]) => string;

/** Not a character of Unicode, so no text has it. */
export const hiddenCharacter = '\uFFFF';

/** Only the beginning of a text is shown. The rest of a secret in it is not found after this length. */
const longestText = 12_000;

/** A longer secret is searched in pieces, because a browser refuses a regular expression that is too long. */
const longestPiece = 400;

/** A shorter secret is removed only as it is or escaped once, because its other forms would match harmless text. */
const shortestEncoded = 4;

/** How often a secret may be escaped, and how often it may be in Base64. */
const mostEscapes = 8;
const mostBase64 = 3;

const base64Run = /[\w+/-]{12,}/g;

/** JSON in JSON has several backslashes before an escaped character. */
const backslashes = /\\{2,}/g;
const escapes =
  /\\+u([\da-f]{4})|(?:\\+x|%)([\da-f]{2})|&#x([\da-f]{1,5});|&#(\d{1,6});|&(quot|amp|lt|gt|apos);|\\{2,}/gi;
const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

/**
 * Hides secrets that a service quotes: raw, in any letter case, or escaped for JSON, JavaScript, HTML, a URL or a form,
 * several times and in any order, or in Base64, also as a part of a longer text such as `user:secret`. The server
 * hides its own credentials with `src/proxy/credentials`, whose code is too large for the page.
 */
export const hideSecrets: HideSecrets = (quoted, secrets) => {
  const text = quoted.slice(0, longestText);
  const forms = secrets
    .flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret.replaceAll(/\p{Cs}/gu, '\uFFFD')),
    ])
    .filter((form) => form !== '')
    // A secret may be the beginning of another one.
    .toSorted((one, other) => other.length - one.length);
  const plain = forms.reduce(
    (left, form) => left.replaceAll(form, hiddenCharacter.repeat(form.length)),
    text,
  );
  const patterns = secrets
    .flatMap((secret) => [secret, unescapeAll(secret)])
    .toSorted((one, other) => other.length - one.length)
    .flatMap(toPatterns);
  if (patterns.length === 0) return plain;
  const characters = plain.split('');
  // A short secret may be a part of a longer one, so the text is searched as it was.
  const level = { text, starts: Array.from({ length: text.length + 1 }, (_, index) => index) };
  find(level, new RegExp([...new Set(patterns)].join('|'), 'gi'), mostBase64, (start, end) => {
    characters.fill(hiddenCharacter, start, end);
  });
  return characters.join('');
};

/** Calls `hide` with the range of each match, at every level of escapes. */
function find(
  first: Level,
  pattern: RegExp,
  base64Levels: number,
  hide: (start: number, end: number) => void,
): void {
  let level = first;
  for (let count = 0; count <= mostEscapes; count += 1) {
    const { text, starts } = level;
    const hideMatch = ({ 0: { length }, index }: RegExpExecArray) =>
      hide(starts[index] ?? 0, starts[index + length] ?? 0);
    for (const match of text.matchAll(pattern)) hideMatch(match);
    const runs = base64Levels > 0 ? [...text.matchAll(base64Run)] : [];
    // A run may begin with other text, so that the Base64 may begin with any of its characters.
    for (let shift = 0; shift < 4 && runs.length > 0; shift += 1) {
      find(joinDecoded(runs, shift), pattern, base64Levels - 1, (start, end) => {
        for (const run of runs.slice(start, end + 1)) hideMatch(run);
      });
    }
    level = unescapeOnce(level, count);
    if (level.text === text && count > 0) return;
  }
}

/** All runs of Base64 decoded, as one text that is searched at once. The place of a character is that of its run. */
function joinDecoded(runs: readonly RegExpExecArray[], shift: number): Level {
  const decoded = runs.map(([run]) => `${fromBase64(run.slice(shift))}\0`);
  const starts = decoded.flatMap(({ length }, place) => Array.from({ length }, () => place));
  return { text: decoded.join(''), starts };
}

/** A text, and where each of its characters, and its end, is in the original text. */
interface Level {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Only backslashes are removed at first, so that a secret is found whose end and the text after it form an escape. */
function unescapeOnce({ text, starts }: Level, count: number): Level {
  const left: (number | undefined)[] = [];
  let unescaped = '';
  let end = 0;
  for (const match of text.matchAll(count === 0 ? backslashes : escapes)) {
    const { 0: all, index } = match;
    const character = toCharacter(match);
    unescaped += text.slice(end, index) + character;
    for (; end <= index; end += 1) left.push(starts[end]);
    // A character beyond 16 bits has two places, which begin together.
    if (character.length > 1) left.push(starts[index]);
    end = index + all.length;
  }
  for (let rest = end; rest <= text.length; rest += 1) left.push(starts[rest]);
  return { text: unescaped + text.slice(end), starts: left.map((start) => start ?? 0) };
}

function toCharacter([, long, short, hexadecimal, decimal, entity]: RegExpExecArray): string {
  if (entity !== undefined) return entities[entity.toLowerCase()] ?? '';
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  const code = long ?? short ?? hexadecimal;
  return code === undefined ? '\\' : String.fromCodePoint(Number.parseInt(code, 16));
}

/** A secret may look like an escape itself. It then appears without the escape when a text is unescaped. */
function unescapeAll(secret: string): string {
  let level: Level = { text: secret, starts: [] };
  for (let count = 0; count <= mostEscapes; count += 1) level = unescapeOnce(level, count);
  return level.text;
}

/** Base64 in either alphabet, with or without padding, as one character for each byte. */
function fromBase64(run: string): string {
  const standard = run.replaceAll('-', '+').replaceAll('_', '/');
  return atob(standard.length % 4 === 1 ? standard.slice(0, -1) : standard);
}

/**
 * Patterns for the pieces of a secret. At each level of escapes, there is at most one backslash before a character.
 */
function toPatterns(secret: string): readonly string[] {
  const characters = Array.from(secret.replaceAll('\\', ''), toPattern);
  const { length } = characters;
  if (secret.length < shortestEncoded || length < 2) return [];
  // A backslash before a letter belongs to the text, as in `DOMAIN\user`.
  if (/^\w/.test(secret)) characters[0] = (characters[0] ?? '').replace('\\\\?', '');
  if (secret.endsWith('\\')) characters.push('\\\\?');
  const count = Math.ceil(length / longestPiece);
  return Array.from({ length: count }, (_, piece) =>
    characters.slice((piece * characters.length) / count, ((piece + 1) * characters.length) / count).join(''),
  );
}

/**
 * A character in either case, and its bytes in UTF-8, the letter of its escape in JSON (`\n`), or the `+` of a form for
 * a blank.
 */
function toPattern(character: string): string {
  const cases =
    character < '\u0080' ? [character] : [character, character.toUpperCase(), character.toLowerCase()];
  const bytes = cases.map((one) => String.fromCodePoint(...new TextEncoder().encode(one)));
  const short = character === ' ' ? '+' : (JSON.stringify(character).at(-2) ?? '');
  const forms = Array.from(new Set([...cases, ...bytes, short]), (form) => form.replaceAll(/\W/g, '\\$&'));
  return `\\\\?${forms.length === 1 ? forms.join('') : `(?:${forms.join('|')})`}`;
}
