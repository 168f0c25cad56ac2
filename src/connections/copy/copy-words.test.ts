import { expect, it } from 'vitest';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { describeCopy, describeForgotten, describeLeaving } from './copy-words.ts';
import { type Copy, copyKey, startCopies } from './copies.ts';

const copies = startCopies(
  ['team-001', 'team-002'].map((sandbox) => ({ originalId: 'a', name: 'Sales', sandbox, isOnly: true })),
);

it('names each copy that may exist before a new copy replaces it', () => {
  const told = (list: readonly Copy[]) => describeForgotten(list, new Map());
  expect(told(copies.list.slice(0, 1))).toBe(
    'We don’t know whether this copy was created: “Sales” in sandbox team-001. After you start a new copy, this page no longer shows it. Look for it in its sandbox.',
  );
  expect(told(copies.list)).toBe(
    'We don’t know whether these copies were created: “Sales” in sandbox team-001, “Sales” in sandbox team-002. After you start a new copy, this page no longer shows them. Look for them in their sandboxes.',
  );
});

it.each([
  [['id-1'], 'The connection id-1 may be the copy. Create it again only if it is not.'],
  [
    ['id-1', 'id-2'],
    'One of these connections may be the copy: id-1, id-2. Create it again only if it is none of them.',
  ],
])('says which connections may be the copy: %j', (ids, words) => {
  const unclear = copies.list.map((copy): Copy => ({ ...copy, state: { kind: 'unclear', ids } }));
  const details = unclear.map((copy) => describeCopy(phoenix, copy, copies).detail);
  expect(details).toEqual(unclear.map(() => `The response was lost. ${words}`));
});

it('says that the test of a copy was inconclusive', () => {
  const created = copies.list.map((copy): Copy => ({
    ...copy,
    state: { kind: 'created', id: 'id-1', test: 'unknown' },
  }));
  const details = created.map((copy) => describeCopy(phoenix, copy, copies).detail);
  expect(new Set(details)).toEqual(
    new Set(['The test was inconclusive. Open the connection to test it again.']),
  );
});

it.each([
  ['blocked', 'immediately'],
  ['creating', 'after the current connection'],
] as const)('says when creating stops if the user leaves the page: %s', (kind, when) => {
  const list = copies.list.map((copy, index): Copy => (index === 0 ? { ...copy, state: { kind } } : copy));
  const running = { ...copies, phase: 'running', queue: list.map(copyKey), list } as const;
  expect(describeLeaving(running)).toBe(`If you leave this page, creating stops ${when}.`);
});
