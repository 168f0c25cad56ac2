import { expect, it } from 'vitest';
import { describeUnread } from './describe-unread.ts';

it.each([
  [0, ''],
  [1, '1 sandbox could not be read and is not shown.'],
  [2000, '2,000 sandboxes could not be read and are not shown.'],
])('%i left out: %s', (count, words) => {
  expect(describeUnread(count, 'sandbox', 'sandboxes')).toBe(words);
});
