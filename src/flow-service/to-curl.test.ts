import { execFileSync } from 'node:child_process';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RequestTemplate, jsonProgram, toCurl, toJsonText } from './to-curl.ts';

const secrets = { ACCESS_TOKEN: 'a.b.c', PHOENIX_PASSWORD: 'p' };

/** The arguments that curl would receive: bash runs the command and prints each word. */
function readBack(template: RequestTemplate, environment: Record<string, string>): readonly string[] {
  const command = `curl() { printf '%s\\0' "$@"; }\n${toCurl(template)}`;
  const printed = execFileSync('bash', ['--norc', '-c', command], { env: environment, encoding: 'utf8' });
  return printed.split('\0').slice(0, -1);
}

function requestWith(text: string): RequestTemplate {
  return (variable) => ({
    method: 'POST',
    url: `https://platform.adobe.io/x?object=${encodeURIComponent(text)}`,
    headers: { Authorization: `Bearer ${variable('ACCESS_TOKEN')}`, 'x-text': text },
    body: JSON.stringify({ text, password: variable('PHOENIX_PASSWORD') }),
  });
}

describe('a request as curl', () => {
  it('is formatted for people', () => {
    expect(toCurl(requestWith('RETAIL.ORDERS'))).toBe(
      [
        jsonProgram,
        `curl -X POST 'https://platform.adobe.io/x?object=RETAIL.ORDERS' \\`,
        `  -H "Authorization: Bearer $ACCESS_TOKEN" \\`,
        `  -H 'x-text: RETAIL.ORDERS' \\`,
        `  --data-raw '{`,
        `  "text": "RETAIL.ORDERS",`,
        `  "password": "'"$(printf '%s\\n' "$PHOENIX_PASSWORD" | awk "$to_json")"'"`,
        `}'`,
      ].join('\n'),
    );
  });

  it.each([
    `O'BRIEN & SONS`,
    '"$(touch /tmp/x)" `id` $HOME !! \\',
    '../../ETC',
    '日本語 🚀 \u2028',
    '\uE000PHOENIX_PASSWORD\uE000',
    '\nline\ttab',
  ])('passes %j through a shell unchanged', (text) => {
    const words = readBack(requestWith(text), secrets);
    expect(words.slice(0, 3)).toEqual([
      '-X',
      'POST',
      `https://platform.adobe.io/x?object=${encodeURIComponent(text)}`,
    ]);
    expect(words).toContain('Authorization: Bearer a.b.c');
    expect(words).toContain(`x-text: ${text}`);
    expect(JSON.parse(words.at(-1) ?? '')).toEqual({ text, password: 'p' });
  });

  it.each([
    'line\n',
    '\n\nbetween\n\n\n',
    'tab\t"quoted" \\ \\n & \\&',
    Array.from({ length: 31 }, (_, place) => String.fromCharCode(place + 1)).join(''),
    '',
    '-n',
  ])('sends the secret %j as it is', (password) => {
    const words = readBack(requestWith('T'), { ...secrets, PHOENIX_PASSWORD: password });
    expect(JSON.parse(words.at(-1) ?? '')).toEqual({ text: 'T', password });
  });

  it('has no program for secrets that it does not contain', () => {
    const command = toCurl((variable) => ({ ...requestWith('T')(variable), body: '{}' }));
    expect(command).toMatch(/^curl /);
  });

  it('shows every character of the body that a shell would send', () => {
    const hidden = '\u202E\u200B\u2066\uFEFF\u00AD\u3164\u2028\u0085\u007F\uE000\u{E0041}';
    const command = toCurl(requestWith(`a${hidden}z`));
    const body = command.slice(command.indexOf('--data-raw'));
    expect(body).toMatch(/"a(?:\\u[\da-f]{4}){12}z"/);
    expect(toJsonText(requestWith(`a${hidden}z`))).toMatch(/^[\x20-\x7e\n]*$/);
    expect(JSON.parse(readBack(requestWith(`a${hidden}z`), secrets).at(-1) ?? '')).toMatchObject({
      text: `a${hidden}z`,
    });
  });

  it('passes any request through a shell unchanged', () => {
    const line = string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    assert(
      property(
        line,
        string({ unit: 'binary-ascii' }).filter((value) => !value.includes('\0')),
        (text, password) => {
          const words = readBack(requestWith(text), { ...secrets, PHOENIX_PASSWORD: password });
          expect(words).toContain(`x-text: ${text}`);
          expect(JSON.parse(words.at(-1) ?? '')).toEqual({ text, password });
        },
      ),
      { numRuns: 25 },
    );
  });
});

it('a shown body contains the names of its variables', () => {
  expect(JSON.parse(toJsonText(requestWith('T')))).toEqual({ text: 'T', password: '$PHOENIX_PASSWORD' });
});
