import { expect, it } from 'vitest';
import { flowPage, sourceConnectionPage } from '../../flow-service/schemas/usage.ts';
import { heldConnection } from '../../testing/create-fixture.ts';
import { noUsers } from '../usage/find-users.ts';
import { describeConsequence, describeDeleteCheck } from './delete-words.ts';

const { items: flows } = flowPage.parse({ items: [{ id: 'f' }] });
const { items: unusedSources } = sourceConnectionPage.parse({ items: [{ id: 's' }] });

it.each([
  [undefined, 'We don’t know yet which dataflows use this connection.'],
  [noUsers, 'No dataflow was found. Not all dataflows could be loaded.'],
  [
    { flows, unusedSources: [] },
    'Used by at least 1 dataflow. Not all dataflows could be loaded. Flow Service rejects',
  ],
  [{ flows: [], unusedSources }, 'Used by at least 1 source connection. Not all dataflows could be loaded.'],
])('the question says that dataflows may be missing: %j', (users, words) => {
  expect(describeConsequence(users, true)).toContain(words);
});

it('says nothing of the kind when all dataflows are known', () => {
  expect(describeConsequence(noUsers, false)).toBe('No dataflow uses this connection.');
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
