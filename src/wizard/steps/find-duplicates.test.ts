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

it('finds connections with the same name or the same database, whatever their secret', () => {
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
    ['Another', 'database'],
    ['Phoenix db', 'name and database'],
  ]);
});

it('a connection without readable params is not a duplicate by its database', () => {
  const { auth: _, ...bare } = held('Bare', {});
  expect(findDuplicates(phoenix, request, [bare])).toEqual([]);
});
