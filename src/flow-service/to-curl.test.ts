import { execFileSync } from 'node:child_process';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RequestTemplate, toCurl, toJsonText } from './to-curl.ts';

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
        `curl -X POST 'https://platform.adobe.io/x?object=RETAIL.ORDERS' \\`,
        `  -H "Authorization: Bearer $ACCESS_TOKEN" \\`,
        `  -H 'x-text: RETAIL.ORDERS' \\`,
        `  --data-raw '{`,
        `  "text": "RETAIL.ORDERS",`,
        `  "password": "'"$(printf %s "$PHOENIX_PASSWORD" | sed 's/[\\\\"]/\\\\&/g')"'"`,
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

  it('passes any request through a shell unchanged', () => {
    const line = string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    assert(
      property(line, string({ unit: 'grapheme-ascii' }), (text, password) => {
        const words = readBack(requestWith(text), { ...secrets, PHOENIX_PASSWORD: password });
        expect(words).toContain(`x-text: ${text}`);
        expect(JSON.parse(words.at(-1) ?? '')).toEqual({ text, password });
      }),
      { numRuns: 25 },
    );
  });
});

it('a shown body contains the names of its variables', () => {
  expect(JSON.parse(toJsonText(requestWith('T')))).toEqual({ text: 'T', password: '$PHOENIX_PASSWORD' });
});
