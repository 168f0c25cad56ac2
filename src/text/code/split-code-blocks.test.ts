import { expect, it } from 'vitest';
import { splitCodeBlocks } from './split-code-blocks.ts';

it.each([
  ['no fence', 'a\nb', [], 'a\nb'],
  ['one block between text', 'before\n```sh\ncurl a\n```\nafter', ['curl a\n'], 'before\nafter'],
  ['two kinds of fences', '```\na\n```\n~~~\nb\n~~~', ['a\n', 'b\n'], ''],
  ['a fence within a longer one', '````\n```\na\n```\n````', ['```\na\n```\n'], ''],
  ['an indented fence', '  ```json\n  {}\n  ```', ['  {}\n'], ''],
  ['an empty block', '```\n```', [''], ''],
  ['a fence that nothing closes', '```\na', [], '```\na'],
  ['an open fence before a block', '~~~\na\n```\nb\n```', ['b\n'], '~~~\na'],
])('%s', (_, text, blocks, outside) => {
  expect(splitCodeBlocks(text)).toEqual({ blocks, outside });
});
