import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportResult } from './import-result.ts';
import { readPastedText } from './read-pasted-text.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';

const secret = 'Zq9-unmistakable-Zq9';
const samples = [
  JSON.stringify({ name: 'e', values: [{ key: 'ACCESS_TOKEN', value: secret }] }, null, 2),
  JSON.stringify({ CLIENT_ID: 'a', ORG_ID: 'b', CLIENT_SECRETS: [secret] }),
  JSON.stringify({ auth: { params: { host: 'h.example', password: secret } } }),
  `AEP_CLIENT_SECRET=${secret}\nexport PHOENIX_PASSWORD="${secret}"\nIMS_ORG=x`,
  `curl 'https://x' \\\n -H 'Authorization: Bearer ${secret}' -d '{"auth":{"params":{"password":"${secret}"}}}'`,
  `curl ^"https://x^" ^\n -H ^"x-api-key: a^" --data-raw ^"${secret}^"`,
  `jdbc:phoenix:thin:url=https://h.example:443/p;avatica_user=u;avatica_password=${secret}`,
  `https://u:${secret}@h.example:443/p`,
  `https://h.example/p?avatica_user=u&avatica_password=${secret}`,
];

/** Ways in which text is damaged: cut, spliced, re-encoded, or mixed with unrelated text. */
const mangling = fc.oneof(
  fc.integer({ min: 0, max: 200 }).map((at) => (text: string) => text.slice(0, at)),
  fc.integer({ min: 0, max: 200 }).map((at) => (text: string) => text.slice(at)),
  fc.tuple(fc.integer({ min: 0, max: 200 }), fc.string({ unit: 'binary', maxLength: 20 })).map(
    ([at, junk]) =>
      (text: string) =>
        text.slice(0, at) + junk + text.slice(at),
  ),
  fc.constantFrom(
    (text: string) => `\uFEFF${text}`,
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => Array.from(text).join('\0'),
    (text: string) => text.replaceAll('"', '\u201C'),
    (text: string) => text.replaceAll('=', '\uFFFD'),
    (text: string) => text.repeat(40),
    (text: string) => text.split('').reverse().join(''),
    (text: string) => `"${text}"`,
  ),
);

/** Milliseconds of processor time, because wall time also depends on other processes. */
function measure(text: string): [result: ImportResult, took: number] {
  const begin = process.cpuUsage();
  const result = readPastedText(text, phoenix);
  return [result, process.cpuUsage(begin).user / 1000];
}

test('any damaged text gets a message in time, without a secret', () => {
  const property = fc.property(
    fc.constantFrom(...samples),
    fc.array(mangling, { minLength: 1, maxLength: 3 }),
    (sample, manglings) => {
      const text = manglings.reduce((mangled, mangle) => mangle(mangled), sample);
      const [result, took] = measure(text);
      const told = result.kind === 'refused' ? [result.reason] : [...result.notes];
      const shown = JSON.stringify({ ...result, found: null });
      return took < 200 && told.every((note) => /^[A-Z].*[.]$/s.test(note)) && !/Zq9/.test(shown);
    },
  );
  expect(fc.defaultReportMessage(fc.check(property, { numRuns: 2000 }))).toBeUndefined();
});

const large = 125_000;
const huge = 5_000_000;
const hard: [name: string, text: string][] = [
  ['5 MB of text', 'a'.repeat(huge)],
  ['5 MB of JSON', JSON.stringify({ values: 'a'.repeat(huge) })],
  ['nothing', ''],
  ['blanks', ' \r\n\t '.repeat(40_000)],
  ['nested arrays', '['.repeat(large)],
  ['nested arrays, closed', '['.repeat(large / 2) + ']'.repeat(large / 2)],
  ['nested objects', '{"a":'.repeat(large / 5)],
  ['nested objects, closed', `${'{"a":'.repeat(large / 6)}1${'}'.repeat(large / 6)}`],
  ['nested params', `{"auth":{"params":${'{"a":'.repeat(large / 8)}1${'}'.repeat(large / 8)}}}`],
  ['braces', '{'.repeat(large)],
  ['braces and names', '{a '.repeat(large / 3)],
  ['braces and blanks', `{a${' '.repeat(large)}`],
  ['a string without end', `{"${'\\"'.repeat(large / 2)}`],
  ['a string that ends in a backslash', `{${'"\\'.repeat(large / 2)}`],
  [
    'many keys',
    JSON.stringify(Object.fromEntries(Array.from({ length: 8000 }, (_, at) => [`HOST_${at}`, at]))),
  ],
  [
    'many values',
    JSON.stringify({ values: Array.from({ length: 4500 }, () => ({ key: 'HOST', value: 'a' })) }),
  ],
  ['a curl of quotes', `curl ${"'".repeat(large)}`],
  ['a curl of open quotes', `curl ${'"\\'.repeat(large / 2)}`],
  ['a curl of dollars', `curl ${'$'.repeat(large)}`],
  ['a curl of open braces', `curl ${'${'.repeat(large / 2)}`],
  ['a curl of open braces in quotes', `curl "${'${'.repeat(large / 2)}"`],
  ['a curl of open brackets in quotes', `curl "${'$('.repeat(large / 2)}"`],
  ['a curl of backticks in quotes', `curl "${'a`'.repeat(large / 2)}"`],
  ['a curl of backslashes', `curl ${'\\'.repeat(large)}`],
  ['a curl of continued lines', `curl ${' \\\n'.repeat(large / 3)}`],
  ['a curl of comments', `curl ${' #'.repeat(large / 2)}`],
  ['a curl of options', `curl ${' -s'.repeat(large / 3)}`],
  ['a curl of one option', `curl -${'s'.repeat(large)}`],
  ['a curl of carets', `curl ${'^'.repeat(large)}`],
  ['a curl for Windows of backslashes', `curl ^"${'\\'.repeat(large)}`],
  ['a curl with a form', `curl -d 'a=${'&b='.repeat(large / 3)}'`],
  ['a curl for Windows with many headers', `curl ^"x^"${' -H ^"x-api-key: a^"'.repeat(large / 24)}`],
  ['a curl with many headers', `curl ${" -H 'x-api-key: a'".repeat(large / 20)}`],
  ['variables without end', 'A="\n'.repeat(large / 4)],
  ['variables with two kinds of quotes', 'A="\nB=\'\n'.repeat(large / 8)],
  ['a variable of blanks', `API_KEY=${' '.repeat(large)}x`],
  ['a variable of comments', `API_KEY=${'a #'.repeat(large / 3)}`],
  ['a variable of quotes', `API_KEY="${'\\"'.repeat(large / 2)}`],
  ['settings on one line', 'A=b;'.repeat(large / 4)],
  ['passwords on one line', 'PASSWORD=b;c=d;'.repeat(large / 15)],
  ['separators', `API_KEY=${'; '.repeat(large / 2)}`],
  ['commas and names', `API_KEY=${', a=b'.repeat(large / 5)}`],
  ['comments on one line', 'A=b #;'.repeat(large / 6)],
  ['names of secrets', `API_KEY=${'password'.repeat(large / 8)}`],
  ['names of secrets and blanks', `API_KEY=${`password${' '.repeat(200)}`.repeat(large / 208)}`],
  ['names of secrets and quotes', `API_KEY=${'password="\\"'.repeat(large / 12)}`],
  ['lines', '\n'.repeat(large)],
  ['letters', 'a'.repeat(large)],
  ['letters and dots', 'a.'.repeat(large / 2)],
  ['commas', 'a,'.repeat(large / 2)],
  ['a long URL', `https://${'a:@'.repeat(large / 3)}`],
  ['a URL of maximum length', `https://${'a:@'.repeat(2500)}`],
  ['a path of maximum length', `https://a${'/'.repeat(8000)}`],
  ['a thin URL of maximum length', `jdbc:phoenix:thin:url=${`="';`.repeat(1900)}`],
  ['a thin URL of quotes', `jdbc:phoenix:thin:url=${`='`.repeat(3900)}`],
  ['a ZooKeeper quorum', `jdbc:phoenix:${'zk,'.repeat(2500)}:2181`],
  ['PDF', '%PDF-1.7\n%\uFFFD\uFFFD\n1 0 obj'],
  ['UTF-16', '\uFFFD\uFFFDA\0P\0I\0_\0K\0E\0Y\0'],
];

test.each(hard)('%s: a result within 200 ms', (_, text) => {
  // The first run is not measured, because it includes compilation and garbage collection from the previous test.
  const [result] = measure(text);
  const times = [1, 2, 3].map(() => measure(text)[1]);
  expect(Math.min(...times)).toBeLessThan(200);
  expect(result.kind === 'refused' ? result.reason : result.label).toMatch(/^[A-Za-z]/);
});
