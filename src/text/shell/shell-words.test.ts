import * as fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { expansionMark } from '../placeholders.ts';
import { shellWords } from './shell-words.ts';

/** Lets bash split many lists of words, in one run. */
function askBash(lists: readonly string[]): string[][] {
  const script = lists.map((list) => `printf '%s\\0' ${list}\nprintf '\\1\\0'`).join('\n');
  const output = execFileSync('bash', ['--noprofile', '--norc'], {
    input: script,
    encoding: 'utf8',
    env: { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] },
  });
  const words: string[][] = [[]];
  for (const word of output.split('\0').slice(0, -1)) {
    if (word === '\u0001') words.push([]);
    else words.at(-1)?.push(word);
  }
  return words.slice(0, -1);
}

const inside = fc.string({
  unit: fc.constantFrom(
    'a',
    '7',
    ' ',
    '#',
    '&',
    ';',
    '=',
    '@',
    '?',
    '\u00E9',
    '\u{1F511}',
    '\\\\',
    '\\"',
    '\\\n',
  ),
  maxLength: 6,
});
const escape = fc.constantFrom('\\n', '\\t', "\\'", '\\\\', '\\x41', '\\101', '\\"', 'a', ' ', '\\xc3\\xa9');
const piece = fc.oneof(
  inside.map((text) => `'${text}'`),
  inside.map((text) => `"${text}"`),
  fc.array(escape, { maxLength: 5 }).map((escapes) => `$'${escapes.join('')}'`),
  fc.constantFrom(
    'a',
    'b:c',
    '\\ ',
    '\\#',
    '\\\\',
    'x#y',
    '\\\n',
    ' ',
    '  ',
    '%',
    '@',
    ' \\\n ',
    '""',
    "''",
    '^',
  ),
);
const list = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => `w${pieces.join('')}`);

test('words are split in the same way as by bash', () => {
  const lists = fc.sample(list, 1000);
  expect(lists.map((one) => shellWords(one))).toEqual(askBash(lists));
});

test.each([
  ['a "$TOKEN" b', ['a', expansionMark, 'b']],
  ['"Bearer ${TOKEN}"', [`Bearer ${expansionMark}`]],
  ["'$TOKEN'", ['$TOKEN']],
  ['"\\$TOKEN"', ['$TOKEN']],
  ['a$(pass show x)b `id`', [`a${expansionMark}b`, expansionMark]],
  ['"P@$$w"', [`P@${expansionMark}w`]],
  ['costs $ 5', ['costs', '$', '5']],
])('%s: a value that only the shell knows is marked', (text, words) => {
  expect(shellWords(text)).toEqual(words);
});

test.each(['a | b', 'a; b', 'a && b', 'a > b', 'a\nb', 'a # b'])('%s: only one command is read', (text) => {
  expect(shellWords(text)).toEqual(['a']);
});

test.each(["a 'b", 'a "b', "a $'b", String.raw`a "b\"`, 'a \\', 'a ${b', 'a `b'])('%s: cut off', (text) => {
  expect(shellWords(text)).toBeNull();
});

// Separate from the test against bash, because the bash of macOS supports neither \u nor \U.
test.each([
  [String.raw`$'\u00e9\u0021'`, '\u00E9!'],
  [String.raw`$'\ud83d\udd11'`, '\u{1F511}'],
  [String.raw`$'\U0001F511'`, '\u{1F511}'],
  [String.raw`$'\xc3\xa9'`, '\u00E9'],
  [String.raw`$'\xe9'`, '\u00E9'],
])('%s: an escape is decoded in the same way as by bash or a browser', (text, word) => {
  expect(shellWords(text)).toEqual([word]);
});
