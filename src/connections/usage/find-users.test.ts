import { expect, it } from 'vitest';
import { flowPage, sourceConnectionPage } from '../../flow-service/schemas/usage.ts';
import { countUsers, findUsers, noUsers } from './find-users.ts';
import { describeLastRun, describeSchedule, nameUser } from './describe-flow.ts';

const now = Date.UTC(2026, 0, 2, 12);

function read(flows: readonly object[], sources: readonly object[]) {
  const users = findUsers({
    flows: flowPage.parse({ items: flows }).items,
    sourceConnections: sourceConnectionPage.parse({ items: sources }).items,
    hasMore: false,
  });
  return (id: string) => users.get(id) ?? noUsers;
}

it('groups dataflows by the base connection that they name themselves', () => {
  const of = read(
    [
      {
        id: 'f1',
        name: 'Orders',
        inheritedAttributes: { sourceConnections: [{ id: 's1', baseConnection: { id: 'B1' } }] },
      },
    ],
    [],
  );
  expect(countUsers(of('b1'))).toBe('1 dataflow');
  expect(countUsers(of('b2'))).toBe('');
});

it('finds the base connection of a dataflow by its source connections', () => {
  const of = read(
    [
      { id: 'f1', sourceConnectionIds: ['s1', 's2'] },
      { id: 'f2', sourceConnectionIds: ['s1'] },
    ],
    [
      { id: 's1', baseConnectionId: 'b1' },
      { id: 's2', inheritedAttributes: { baseConnection: { id: 'b2' } } },
      { id: 's3', baseConnectionId: 'b2', name: 'Stores' },
    ],
  );
  expect(countUsers(of('b1'))).toBe('2 dataflows');
  expect(countUsers(of('b2'))).toBe('1 dataflow, 1 source connection');
  expect(of('b2').unusedSources.map(nameUser)).toEqual(['Stores']);
});

it('names a dataflow without a name by its ID, and reads everything else as far as possible', () => {
  const [flow] = flowPage.parse({
    items: [{ id: 'f1', name: null, scheduleParams: 'daily', lastRunDetails: [], sourceConnectionIds: 7 }],
  }).items;
  expect(flow).toMatchObject({ id: 'f1', sourceConnectionIds: [] });
  expect(flow && [nameUser(flow), describeSchedule(flow), describeLastRun(flow, now)]).toEqual([
    'f1',
    '',
    'Not run yet',
  ]);
});

it.each([
  [{ frequency: 'day', interval: 1 }, 'Every day'],
  [{ frequency: 'MINUTE', interval: 15 }, 'Every 15 minutes'],
  [{ frequency: 'once' }, 'Once'],
  [{ frequency: 'minute', interval: '30' }, 'Every 30 minutes'],
  [{ frequency: 'day', interval: '1' }, 'Every day'],
  [{ frequency: 'minute', interval: 0 }, ''],
  [{ frequency: 'minute', interval: '0' }, ''],
  [{ frequency: 'minute', interval: 'often' }, ''],
  [{ frequency: 'hour', interval: -2 }, ''],
  [{ frequency: 'hour', interval: 1.5 }, ''],
  [{ frequency: 'day' }, ''],
  [{ frequency: 'sometimes', interval: 2 }, ''],
])('describes the schedule %j', (scheduleParams, words) => {
  const [flow] = flowPage.parse({ items: [{ id: 'f1', scheduleParams }] }).items;
  expect(flow && describeSchedule(flow)).toBe(words);
});

it.each([
  [{ state: 'success', completedAtUTC: now - 7_200_000 }, 'Succeeded 2 hours ago'],
  [{ state: 'failed', startedAtUTC: now - 60_000 }, 'Failed 1 minute ago'],
  [{ state: 'inProgress', startedAtUTC: now - 60_000 }, 'Started 1 minute ago'],
  [{ state: 'queued' }, 'queued'],
])('describes the last run %j', (lastRunDetails, words) => {
  const [flow] = flowPage.parse({ items: [{ id: 'f1', lastRunDetails }] }).items;
  expect(flow && describeLastRun(flow, now)).toBe(words);
});
