import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hiddenCharacter, hideSecrets } from './hide-secrets.ts';

/** The text with one sign for each hidden part. */
function hide(text: string, ...secrets: readonly string[]): string {
  return hideSecrets(text, secrets).replaceAll(new RegExp(`${hiddenCharacter}+`, 'g'), '•');
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function toHex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0');
}

/** Each UTF-16 unit of a text, written in another way. */
function each(text: string, write: (unit: string) => string): string {
  return text.split('').map(write).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const encodings: Readonly<Record<string, (text: string) => string>> = {
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'a field of JSON': (text) => JSON.stringify({ error: text }),
  'JSON in ASCII': (text) =>
    each(JSON.stringify(text), (unit) => (/[^ -~]/.test(unit) ? `\\u${toHex(unit, 4)}` : unit)),
  'JSON, all of it escaped': (text) => each(text, (unit) => `\\u${toHex(unit, 4)}`),
  'JavaScript by bytes': (text) =>
    each(Buffer.from(text).toString('latin1'), (byte) => `\\x${toHex(byte, 2)}`),
  URL: encodeURIComponent,
  'URL in lower case': (text) => encodeURIComponent(text).replaceAll(/%../g, (byte) => byte.toLowerCase()),
  'URL, all of it': (text) => each(Buffer.from(text).toString('latin1'), (byte) => `%${toHex(byte, 2)}`),
  form: (text) => new URLSearchParams({ password: text }).toString(),
  HTML: (text) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign),
  'HTML by numbers': (text) => Array.from(text, (one) => `&#${one.codePointAt(0) ?? 0};`).join(''),
  'HTML by hexadecimal numbers': (text) =>
    text.replaceAll(/[^\w ]/gu, (one) => `&#x${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()};`),
  'upper case': (text) => text.toUpperCase(),
};

const base64: Readonly<Record<string, (text: string) => string>> = {
  Base64: toBase64,
  'Base64 of a user': (text) => toBase64(`user:${text}`),
  'Base64 for a URL': (text) => Buffer.from(`a:${text}@host`).toString('base64url'),
};

describe('a secret is hidden', () => {
  const secret = 'pa"ss\\wörd & <1>';

  it.each(Object.entries({ ...encodings, ...base64 }))('as %s', (_, encode) => {
    expect(hide(`"before" ${encode(secret)} "after"`, secret)).toMatch(/^"before" \D*• ?\D*"after"$/);
  });

  it('and everything else is kept', () => {
    const inner = JSON.stringify({ error: `Login failed: user=admin password=${secret}`, code: 7 });
    const kept = { error: 'Login failed: user=admin password=•', code: 7 };
    const hidden: unknown = JSON.parse(hide(JSON.stringify({ detail: inner }), secret));
    expect(hidden).toEqual({ detail: JSON.stringify(kept) });
  });

  it.each([
    ['after a user, in Base64', 'Authorization: Basic dXNlcjpwYSJzcw==', 'pa"ss', 'Authorization: Basic •=='],
    ['in Base64 after other letters', 'Basic+dXNlcjpwYSJzcw', 'pa"ss', '•'],
    ['that ends like an escape', String.raw`a\\\"b%41`, 'a"b%', '•41'],
    ['that looks like an escape', 'a%2541b', 'a%41b', '•'],
    [
      'with line breaks',
      String.raw`{\"key\":\"one\\ntwo\\r\\nthree\"}`,
      'one\ntwo\r\nthree',
      String.raw`{\"key\":\"•\"}`,
    ],
    ['beyond 16 bits', String.raw`\\ud83d\\udd11key &#128273;key`, '\u{1F511}key', '• •'],
    ['after a domain', String.raw`DOMAIN\\\\secret\"`, 'secret', String.raw`DOMAIN\\\\•\"`],
  ])('%s', (_, text, one, expected) => {
    expect(hide(text, one)).toBe(expected);
  });

  it('of two secrets, also if one is the beginning of the other', () => {
    expect(hide('token-1 token-12 TOKEN-12', 'token-1', 'token-12')).toBe('• • •');
  });
});

it('a short secret is hidden as it is and escaped once only', () => {
  expect(hide(String.raw`a"b A"B a\"b a%22b a\\\"b`, 'a"b')).toBe(String.raw`• A"B • • a\\\"b`);
  expect(hide('abc', '')).toBe('abc');
});

test.each(['password', 'Sales', 'dXNlcjpwYXNzd29yZA', 'u0041', '\\', '\\\\\\\\\\'])(
  'a text without the secret %j stays as it is',
  (secret) => {
    const text = 'Login failed for user "admin": 08001 %41 &amp; C:/temp aGVsbG8gd29ybGQ=';
    expect(hide(text, secret)).toBe(text);
  },
);

/** The text with all escapes removed, and with its Base64 decoded, as a reader can do it. It shares no code. */
function reveals(text: string, secret: string): boolean {
  const bare = (one: string) => one.toLowerCase().replaceAll('\\', '').replaceAll('+', ' ');
  const readings = new Set([text]);
  for (const reading of readings) {
    if (bare(reading).includes(bare(secret))) return true;
    if (readings.size > 300) break;
    readings.add(
      reading.replaceAll(/\\(?:u([\da-f]{4})|(.))/gi, (_all, code: string, one: string) =>
        code === undefined ? one : String.fromCharCode(Number.parseInt(code, 16)),
      ),
    );
    readings.add(
      reading.replaceAll(/(?:\\x[\da-f]{2}|%[\da-f]{2})+/gi, (run) =>
        Buffer.from(run.replaceAll(/\\x|%/g, ''), 'hex').toString(),
      ),
    );
    readings.add(
      reading
        .replaceAll(/&#x([\da-f]+);/gi, (_all, code: string) =>
          String.fromCodePoint(Number.parseInt(code, 16)),
        )
        .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
        .replaceAll(
          /&(quot|amp|lt|gt);/gi,
          (all) => ({ '&quot;': '"', '&lt;': '<', '&gt;': '>' })[all.toLowerCase()] ?? '&',
        ),
    );
    for (const [run] of reading.matchAll(/[\w+/-]{12,}/g))
      readings.add(Buffer.from(run, 'base64').toString());
  }
  return false;
}

const secrets = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...Array.from('"\\\'&<>%+/ =;:#{}\n\t')) },
    { weight: 3, arbitrary: fc.constantFrom(...Array.from('abcuxnXY0149')) },
    { weight: 1, arbitrary: fc.constantFrom('é', 'ß', '鍵', '\u{1F511}', '%41', '\\u0041', '&lt;', '%25') },
  ),
  minLength: 9,
  maxLength: 100,
});
const steps = fc.array(fc.constantFrom(...Object.entries({ ...encodings, ...base64 })), {
  minLength: 1,
  maxLength: 3,
});

test('a secret is hidden in up to three encodings, in any order', () => {
  fc.assert(
    fc.property(secrets, steps, (secret, chosen) => {
      // Base64 in another letter case is no longer Base64.
      const first = chosen.findIndex(([name]) => name in base64);
      const useful = chosen.filter(([name], place) => name !== 'upper case' || first < 0 || place < first);
      fc.pre(useful.length > 0);
      const text = useful.reduce((quoted, [, encode]) => encode(quoted), secret);
      const hidden = hide(`before [${text}] after`, secret);
      expect(hidden).toMatch(/^before \[.*•.*\] after$/s);
      expect(reveals(hidden, secret)).toBe(false);
    }),
    { numRuns: 400, seed: 20_261_128 },
  );
});

test.each([
  ['one character', 'a', 4_000_000, `${'a'.repeat(4095)}b`],
  ['backslashes', '\\', 4_000_000, `"${'\\'.repeat(4094)}"`],
  ['percent signs', '%25', 1_400_000, '%25"'.repeat(1024)],
  ['long words', '"isLongerThanAWord",', 200_000, 'isLongerThanAWord'.repeat(240)],
  ['parts of the secret', 's3cr"t%&', 500_000, 's3cr"t%&'.repeat(512)],
])('a body of 4 MB of %s is searched for a long secret in under a second', (_, part, count, secret) => {
  const text = part.repeat(count);
  const times = Array.from({ length: 4 }, () => {
    const start = process.cpuUsage();
    hideSecrets(text, [secret]);
    return process.cpuUsage(start).user / 1000;
  });
  // It takes about a tenth of this. A pattern that backtracks would take minutes.
  expect(Math.min(...times)).toBeLessThan(1000);
});
