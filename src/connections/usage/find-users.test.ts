import { expect, it } from 'vitest';
import type { UsageExtent } from '../../flow-service/list-usage.ts';
import { flowPage, sourceConnectionPage } from '../../flow-service/schemas/usage.ts';
import { countKnownUsers, countUsers, describeUsers, findUsers } from './find-users.ts';
import {
  describeLastRun,
  describeSchedule,
  findSameNames,
  nameUser,
  toneOfLastRun,
} from './describe-flow.ts';

const now = Date.UTC(2026, 0, 2, 12);

const whole: UsageExtent = { flows: 'all', sourceConnections: 'all' };

function read(flows: readonly object[], sources: readonly object[], extent: Partial<UsageExtent> = {}) {
  return findUsers({
    flows: flowPage.parse({ items: flows }).items,
    sourceConnections: sourceConnectionPage.parse({ items: sources }).items,
    extent: { ...whole, ...extent },
    failure: null,
  });
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
  expect(countUsers(of('b2'))).toBe('1 dataflow and 1 source connection');
  expect(of('b2').unusedSources.map(nameUser)).toEqual(['Stores']);
});

it('lists the source connections of a dataflow with it, by their IDs where their names could not be read', () => {
  const of = read(
    [
      {
        id: 'f1',
        sourceConnectionIds: ['s1', 's2', 's3'],
        inheritedAttributes: { sourceConnections: [{ id: 's2', baseConnection: { id: 'b1' } }] },
      },
    ],
    [
      { id: 's1', baseConnectionId: 'B1', name: 'Orders' },
      { id: 's3', baseConnectionId: 'b2', name: 'Other connection' },
    ],
  );
  expect(of('b1').flows.map(({ sources }) => sources.map(nameUser))).toEqual([['Orders', 's2']]);
  expect(of('b1').unusedSources).toEqual([]);
});

it('finds the names that several dataflows or source connections have', () => {
  const flow = (id: string, name: string, source: string) => ({ id, name, sourceConnectionIds: [source] });
  const of = read(
    [flow('f1', 'Load', 's1'), flow('f2', 'Load', 's1'), flow('f3', 'Once', 's2')],
    [
      { id: 's1', baseConnectionId: 'b', name: 'SHARED' },
      { id: 's2', baseConnectionId: 'b', name: 'TWICE' },
      { id: 's3', baseConnectionId: 'b', name: 'TWICE' },
    ],
  );
  expect([...findSameNames(of('b'))]).toEqual(['Load', 'TWICE']);
});

const one = {
  id: 'f1',
  inheritedAttributes: { sourceConnections: [{ id: 's1', baseConnection: { id: 'b' } }] },
};

it.each<[Partial<UsageExtent>, readonly object[], string, string]>([
  [
    { sourceConnections: 'none' },
    [one],
    'At least 1 dataflow',
    'Used by at least 1 dataflow. Source connections could not be loaded.',
  ],
  [
    { sourceConnections: 'some' },
    [],
    'Unknown',
    'No dataflow was found. Not all source connections could be loaded.',
  ],
  [{ flows: 'none' }, [], 'Unknown', 'Dataflows could not be loaded.'],
])('says what is missing when only %j of something could be read', (extent, flows, short, sentences) => {
  const users = read(flows, [], extent)('b');
  expect(countKnownUsers(users)).toBe(short);
  expect(describeUsers(users)).toBe(sentences);
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
  [{ state: 'success', completedAtUTC: 0 }, 'Succeeded'],
  [{ state: 'success', completedAtUTC: -1, startedAtUTC: now - 60_000 }, 'Succeeded 1 minute ago'],
  [{ state: 'inProgress', startedAtUTC: now + 82_800_000 }, 'Started'],
  [{ state: 'inProgress', startedAtUTC: now + 30_000 }, 'Started just now'],
  [{ state: 'partialSuccess', completedAtUTC: now - 60_000 }, 'Partially succeeded 1 minute ago'],
])('describes the last run %j', (lastRunDetails, words) => {
  const [flow] = flowPage.parse({ items: [{ id: 'f1', lastRunDetails }] }).items;
  expect(flow && describeLastRun(flow, now)).toBe(words);
});

it.each([
  ['failed', 'negative'],
  ['partialSuccess', 'notice'],
  ['success', null],
])('a last run with the state %s has the color %s', (state, tone) => {
  const [flow] = flowPage.parse({ items: [{ id: 'f1', lastRunDetails: { state } }] }).items;
  expect(flow && toneOfLastRun(flow)).toBe(tone);
});
