import { expect, test } from 'vitest';
import { cmdCommands, isForCmd } from './cmd-commands.ts';

test.each([
  ['curl ^"a b^" ^\n  -H c', ['curl', 'a b', '-H', 'c']],
  ['curl ^"a^\n\nb^"', ['curl', 'a\nb']],
  ['curl ^"{^\\^"a^\\^": ^\\^"50^%^\\^"}^"', ['curl', '{"a": "50%"}']],
  ['curl "a^b" c^^d', ['curl', 'a^b', 'c^d']],
  ['curl "a\\\\" "b\\\\\\"c" d\\e', ['curl', 'a\\', 'b\\"c', 'd\\e']],
  ['curl "" a""b', ['curl', '', 'ab']],
])('%j is read in the same way as by the command prompt and curl.exe', (text, words) => {
  expect(cmdCommands(text)).toEqual({ commands: [words], isCut: false });
});

const two = [
  ['curl', 'a', '-H', 'b'],
  ['curl', 'c'],
];

test.each([
  ['on the next line', 'curl a ^\n  -H b\ncurl c'],
  ['behind an empty line', 'curl a ^\n  -H b\n\n\ncurl c\n'],
  ['behind & (Chromium, "Copy all as cURL")', 'curl ^"a^" ^\n  -H ^"b^" &\ncurl ^"c^"'],
  ['behind &&', 'curl a -H b && curl c'],
  ['behind |', 'curl a -H b | curl c'],
  ['when a page lost a caret', 'curl a\n  -H b\ncurl c'],
  ['when a page added a blank behind a caret', 'curl a ^ \n  -H b\ncurl c'],
])('a second command is read %s', (_, text) => {
  expect(cmdCommands(text)).toEqual({ commands: two, isCut: false });
});

test.each([
  ['in quotes', 'curl "a&b|c"', ['curl', 'a&b|c']],
  ['behind a caret', 'curl ^"a^&b^|c^"', ['curl', 'a&b|c']],
  ["between the program's quotes", 'curl ^"a&b^"', ['curl', 'a&b']],
  ['as part of a redirect', 'curl a 2>&1', ['curl', 'a', '2>&1']],
])('& and | do not end a command %s', (_, text, words) => {
  expect(cmdCommands(text)).toEqual({ commands: [words], isCut: false });
});

test('commands before a missing closing quote are read', () => {
  expect(cmdCommands('curl a\ncurl ^"b')).toEqual({ commands: [['curl', 'a']], isCut: true });
});

test('a missing closing quote is reported', () => {
  expect(cmdCommands('curl ^"a b')).toEqual({ commands: [], isCut: true });
});

test.each([
  ['curl ^"https://x^"', true],
  ['curl "https://x" ^\n -H "a: b"', true],
  ["curl 'https://x' \\\n -H 'a: b^'", false],
  ['curl "https://x"\ncurl "https://y" ^\n -H "a: b"', true],
])('%j: for Windows is %s', (text, isWindows) => {
  expect(isForCmd(text)).toBe(isWindows);
});
