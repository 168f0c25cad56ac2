import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedaction } from './redaction.ts';
import { encodings, reveals } from '../../testing/test-encodings.ts';

const createEraser = (secret: string) => createRedaction([secret]).redact;

const token = `eyJhbGciOiJSUzI1NiJ9.${'eyJ1c2VyIjoiYS1iX2MifQ'.repeat(60)}.c2lnbmF0dXJl-_c2ln`;
const odd = String.raw`p8e-"quoted"\/&<'>%41+=secret`;

test.each(Object.entries(encodings))(
  'a secret is removed, and the text around it is not: %s',
  (_name, encode) => {
    for (const secret of [token, odd, 'server-secret']) {
      const erase = createEraser(secret);
      const erased = erase(`before ${encode(secret)} between ${encode(secret)} after`);
      expect(reveals(erased, secret)).toBe(false);
      expect(erased).toMatch(/^before \S.* between \S.* after$/s);
      expect(erased.length).toBeLessThan(200);
    }
  },
);

test('the test recognizes a secret in each of these forms', () => {
  for (const encode of Object.values(encodings)) {
    for (const secret of [token, odd]) expect(reveals(`"${encode(secret)}"`, secret)).toBe(true);
  }
});

test('any secret in any text is removed', () => {
  const characters = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
  const secrets = fc.array(characters, { minLength: 12, maxLength: 60 }).map((all) => all.join(''));
  fc.assert(
    fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
      const erase = createEraser(secret);
      for (const encode of Object.values(encodings)) {
        const erased = erase(`${before} ${encode(secret)} ${after}`);
        expect(erased).toContain('********');
        expect(reveals(erased, secret)).toBe(false);
      }
    }),
    { numRuns: 10 },
  );
});

/** Each character as an escape within another escape. */
const nested: readonly [name: string, write: (hexadecimal: string) => string][] = [
  ['JSON in a URL', (code) => `%5Cu00${code}`],
  ['HTML in JSON', (code) => `\\u0026#x${code};`],
  ['a URL in HTML', (code) => `&#37;${code}`],
  ['a URL in a URL in a URL', (code) => `%252525${code}`],
  ['HTML without semicolons', (code) => `&#${Number.parseInt(code, 16)}`],
  ['JSON in UTF-16', (code) => Array.from(`\\u00${code}`, (character) => `${character}\0`).join('')],
];

test.each(nested)('nested escapes are decoded: %s', (_name, write) => {
  for (const secret of [token, odd]) {
    const escaped = Array.from(secret, (character) => write(character.charCodeAt(0).toString(16)));
    expect(createEraser(secret)(`kept "${escaped.join('')}" kept`).replaceAll('\0', '')).toBe(
      'kept "********" kept',
    );
  }
});

test('a secret is found anywhere in a long text, whatever surrounds it', () => {
  for (const length of [0, 32_700, 32_760, 65_530]) {
    const before = 'x'.repeat(length);
    expect(createEraser(token)(`${before}"${token}"`)).toBe(`${before}"********"`);
  }
  expect(createEraser('25-of-the-server-%4')('100%25-of-the-server-%41')).toBe('100%********1');
  expect(createEraser('new-secret-of-it')(String.raw`C:\new-secret-of-it`)).toBe(String.raw`C:\********`);
});

test('JSON stays valid', () => {
  const body = JSON.stringify({ message: `Header "Bearer ${odd}" is wrong`, raw: JSON.stringify({ odd }) });
  const erased: unknown = JSON.parse(createEraser(odd)(body));
  expect(erased).toEqual({ message: 'Header "Bearer ********" is wrong', raw: '{"odd":"********"}' });
});

test('a text without the secret is unchanged, even if it contains the start of the secret', () => {
  const erase = createEraser(token);
  for (const text of ['"1a2b-3c"', token.slice(0, -1), token.slice(0, 100).repeat(50), 'Größe\0\\u0065%65']) {
    expect(erase(text)).toBe(text);
  }
});

test('no text takes long to search', () => {
  const erase = createEraser(token);
  const hard = ['\\', '%25', '&amp;', 'e \n', 'e\\n', 'eyJ', token.slice(0, 64), '\\u0065\\n'].map((part) =>
    part.repeat(200_000 / part.length),
  );
  for (const text of hard) {
    const start = process.cpuUsage();
    erase(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000, `${text.slice(0, 6)} repeated`).toBeLessThan(1000);
  }
});

test.each([' ', '\0', '\\n', '%0a'])(
  'the longest response is searched in time, whatever long sequence it contains: %j',
  (piece) => {
    const erase = createEraser(token);
    const text = `e${piece.repeat((16 * 1024 * 1024) / piece.length)}`;
    expect(erase(text) === text).toBe(true);
  },
);

test('a repeated start of the secret takes no longer than other text', () => {
  const erase = createEraser(token);
  const start = process.cpuUsage();
  erase(token.slice(0, -1).repeat(1000));
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(1000);
});
