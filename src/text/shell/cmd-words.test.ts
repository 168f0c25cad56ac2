import { expect, test } from 'vitest';
import { cmdWords, isForCmd } from './cmd-words.ts';

test.each([
  ['curl ^"a b^" ^\n  -H c', ['curl', 'a b', '-H', 'c']],
  ['curl ^"a^\n\nb^"', ['curl', 'a\nb']],
  ['curl ^"{^\\^"a^\\^": ^\\^"50^%^\\^"}^"', ['curl', '{"a": "50%"}']],
  ['curl "a^b" c^^d', ['curl', 'a^b', 'c^d']],
  ['curl "a\\\\" "b\\\\\\"c" d\\e', ['curl', 'a\\', 'b\\"c', 'd\\e']],
  ['curl "" a""b', ['curl', '', 'ab']],
])('%j is read in the same way as by the command prompt and curl.exe', (text, words) => {
  expect(cmdWords(text)).toEqual(words);
});

test('a missing closing quote is reported', () => {
  expect(cmdWords('curl ^"a b')).toBeNull();
});

test.each([
  ['curl ^"https://x^"', true],
  ['curl "https://x" ^\n -H "a: b"', true],
  ["curl 'https://x' \\\n -H 'a: b^'", false],
])('%j: for Windows is %s', (text, isWindows) => {
  expect(isForCmd(text)).toBe(isWindows);
});
