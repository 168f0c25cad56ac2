import { expect, it } from 'vitest';
import type { Usage } from '../../flow-service/list-usage.ts';
import { flowPage, sourceConnectionPage } from '../../flow-service/schemas/usage.ts';
import { heldConnection } from '../../testing/create-fixture.ts';
import { findUsers } from '../usage/find-users.ts';
import {
  type UsageCheck,
  describeConsequence,
  describeDeleteCheck,
  describeMissingUsers,
} from './delete-words.ts';

const { items: flows } = flowPage.parse({ items: [{ id: 'f', sourceConnectionIds: ['s'] }] });
const { items: sourceConnections } = sourceConnectionPage.parse({
  items: [{ id: 's', baseConnectionId: 'c' }],
});
const usersOf = (usage: Partial<Usage>) =>
  findUsers({
    flows: [],
    sourceConnections: [],
    extent: { flows: 'all', sourceConnections: 'all' },
    failure: null,
    ...usage,
  })('c');
const sourcesBreak =
  'Source connections do not prevent the deletion, but afterward they can no longer read data.';
const rejects = 'Flow Service rejects the deletion if a dataflow uses this connection.';

/** What is known when everything was read at once, changed as given. */
function usageOf(usage: Partial<Usage>, change: Partial<UsageCheck> = {}): UsageCheck {
  const users = usersOf(usage);
  return { data: { usersOf: () => users, failure: null }, isFetching: false, error: null, ...change };
}

/** What the question says, without the names. */
function sayConsequence(check: UsageCheck, id: string): string {
  const { use, effect } = describeConsequence(check, id);
  return `${use} ${effect}`.trim();
}

it.each<[Partial<Usage>, string]>([
  [{}, 'No dataflow uses this connection.'],
  [
    { flows, sourceConnections },
    'Used by 1 dataflow. Flow Service rejects the deletion until the dataflow is deleted. In Experience Platform, first delete the dataflow, then its source connections. Then delete this connection.',
  ],
  [
    { flows: flows.flatMap((flow) => [flow, { ...flow, id: 'other' }]), sourceConnections },
    'Used by 2 dataflows. Flow Service rejects the deletion until the dataflows are deleted. In Experience Platform, first delete each dataflow, then its source connections. Then delete this connection.',
  ],
  [{ sourceConnections }, `Used by 1 source connection. ${sourcesBreak}`],
  [
    { extent: { flows: 'some', sourceConnections: 'all' } },
    `No dataflow was found. Not all dataflows could be loaded. ${rejects}`,
  ],
  [
    { sourceConnections, extent: { flows: 'none', sourceConnections: 'all' } },
    `Used by at least 1 source connection. Dataflows could not be loaded. ${rejects} ${sourcesBreak}`,
  ],
  [
    { flows, sourceConnections, extent: { flows: 'none', sourceConnections: 'all' }, hasEarlier: true },
    'When it was last checked, it was used by 1 dataflow. Dataflows could not be loaded. Flow Service rejects the deletion until the dataflows are deleted. In Experience Platform, first delete each dataflow, then its source connections. Then delete this connection.',
  ],
  [
    { extent: { flows: 'all', sourceConnections: 'none' } },
    `No dataflow was found. Source connections could not be loaded. ${sourcesBreak}`,
  ],
])('the question says what would break, and what could not be read: %j', (usage, words) => {
  expect(sayConsequence(usageOf(usage), 'c')).toBe(words);
});

it.each<[Partial<UsageCheck>, string]>([
  [{ isFetching: true }, 'Checking what uses this connection…'],
  [{ error: new Error('503') }, 'could not be loaded, so we don’t know what stops working.'],
  [{ error: new Error('503'), data: undefined }, 'could not be loaded'],
])('an outdated answer is not claimed to be current: %j', (change, words) => {
  const unused = sayConsequence(usageOf({}, change), 'c');
  expect(unused).toContain(words);
  expect(unused).not.toContain('No dataflow');
  const used = sayConsequence(usageOf({ flows, sourceConnections }, change), 'c');
  const isKnown = !('data' in change);
  expect(used.includes('it was used by 1 dataflow.')).toBe(isKnown);
});

const none = { flows: 'none', sourceConnections: 'none' } as const;

it.each<[Partial<Usage>, Partial<UsageCheck>, string]>([
  [{ flows, sourceConnections }, {}, ''],
  [{}, {}, 'No dataflow was found.'],
  [{ extent: none }, { data: undefined, error: new Error('403') }, 'could not be loaded.'],
  [{ flows, sourceConnections }, { error: new Error('503') }, 'it was used by 1 dataflow.'],
  [{}, { isFetching: true }, 'Checking what uses this connection…'],
  [
    { flows, sourceConnections, extent: { ...none, flows: 'some' } },
    {},
    'Used by at least 1 dataflow. Not all dataflows could be loaded. Source connections could not be loaded.',
  ],
])('after a rejected deletion, says what the list of users lacks: %j %j', (usage, change, words) => {
  const said = describeMissingUsers(usageOf(usage, change), 'c');
  expect(said).toContain(words);
  expect(said === '').toBe(words === '');
});

const seen = heldConnection({ name: 'Sales', etag: '"1"' });

it.each([
  ['is the same', {}, ''],
  [
    'has another name',
    { name: 'Stock', etag: '"2"' },
    'The name has changed from “Sales” since you opened this page.',
  ],
  ['has other values', { etag: '"2"' }, 'This connection has changed since you opened this page.'],
])('the question tells a connection that %s', (_, change, words) => {
  const connection = { ...seen, ...change };
  expect(describeDeleteCheck(seen, { kind: 'current', connection })).toBe(words);
});

it('names who changed the connection', () => {
  const connection = { ...seen, etag: '"2"', updatedAt: 0, updatedBy: 'ada@example.com' };
  expect(describeDeleteCheck(seen, { kind: 'current', connection })).toContain('Changed by ada@example.com:');
});
