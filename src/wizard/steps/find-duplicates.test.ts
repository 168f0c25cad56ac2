import { expect, it } from 'vitest';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { findDuplicates } from './find-duplicates.ts';

const params = {
  host: 'db.example',
  port: 8765,
  httpPath: '/',
  username: 'admin',
  password: 'x',
  enableSsl: false,
};
const connectionSpec = phoenix.connectionSpec;
const request = { name: 'Phoenix db', auth: { specName: 'Basic Authentication', params }, connectionSpec };

function held(name: string, change: object) {
  return { id: name, name, etag: '"1"', connectionSpec, auth: { params: { ...params, ...change } } };
}

it('finds the same name, and the same place under another name, whatever the secret looks like', () => {
  const connections = [
    held('Phoenix db', { host: 'elsewhere.example' }),
    held('Another', { password: 'xxxx' }),
    held('Third', { username: 'reader' }),
    held('Phoenix db', { password: 'xxxx', enableSsl: true }),
  ];
  expect(
    findDuplicates(phoenix, request, connections).map(({ connection, shares }) => [connection.name, shares]),
  ).toEqual([
    ['Phoenix db', 'name'],
    ['Another', 'target'],
    ['Phoenix db', 'name and target'],
  ]);
});

it('a connection whose params are not shown is no duplicate by its target', () => {
  const { auth: _, ...bare } = held('Bare', {});
  expect(findDuplicates(phoenix, request, [bare])).toEqual([]);
});
