import { expect, it } from 'vitest';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { joinLabel, labelConnections, quoteLabel } from './connection-labels.ts';
import { describeRotation } from './rotation-words.ts';
import { anyTarget } from './run/rotation-world.ts';
import { startRotation } from './run/rotation.ts';

const first = { id: '11112222-aaaa-0000', name: 'Same', etag: 'first' };
const second = { ...first, id: '11112222-bbbb-0000', name: 'Same ' };
const third = { ...first, id: '33334444-cccc-0000', name: 'Other' };
const all = [first, second, third];

it('connections with names that look equal are told apart by as much of their IDs as is needed', () => {
  const labelOf = labelConnections(all);
  expect(all.map((one) => quoteLabel(labelOf(one)))).toEqual([
    '“Same” (ID 11112222-aaa…)',
    '“Same ” (ID 11112222-bbb…)',
    '“Other”',
  ]);
  expect(joinLabel(labelOf(second))).toBe('Same  (ID 11112222-bbb…)');
  const short = [
    { ...first, id: 'a' },
    { ...first, id: 'b' },
  ];
  expect(short.map((one) => joinLabel(labelConnections(short)(one)))).toEqual(['Same (ID a)', 'Same (ID b)']);
});

it('the page says which of two connections with the same name was not changed', () => {
  const error = new Error('refused');
  const rotation = startRotation(all, anyTarget);
  expect(
    describeRotation(phoenix, {
      ...rotation,
      phase: 'stopped',
      stop: { reason: 'changeRefused', id: second.id, error },
    }),
  ).toMatch(/^“Same ” \(ID 11112222-bbb…\) was not changed\./);
});
