import { expect, it } from 'vitest';
import type { ConnectionPage } from '../flow-service/client.ts';
import type { Connection } from '../flow-service/schemas/connection.ts';
import { heldConnection } from '../testing/create-fixture.ts';
import { joinPages } from './all-connections.ts';

const page = (...connections: readonly Connection[]): ConnectionPage => ({
  connections,
  unreadable: 0,
  continuationToken: null,
  hasOddLink: false,
});
const version = (id: string, etag: string, updatedAt?: number) => heldConnection({ id, etag, updatedAt });
const etagsOf = (...pages: readonly ConnectionPage[]) => joinPages(pages).connections.map(({ etag }) => etag);

it('a connection on two pages is listed once, in its first place', () => {
  const joined = joinPages([
    page(version('a', '1'), version('b', '1')),
    page(version('b', '1'), version('c', '1')),
  ]);
  expect(joined.connections.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it('of two versions, the newest is listed', () => {
  expect(etagsOf(page(version('a', 'old', 1)), page(version('a', 'new', 2)))).toEqual(['new']);
  expect(etagsOf(page(version('a', 'new', 2)), page(version('a', 'old', 1)))).toEqual(['new']);
  expect(etagsOf(page(version('a', 'new', 2), version('a', 'old', 1)))).toEqual(['new']);
});

it('a connection with an impossible time is listed', () => {
  expect(etagsOf(page(version('a', 'only', -1)))).toEqual(['only']);
});

it('of two versions without times, the one that was read last is listed', () => {
  expect(etagsOf(page(version('a', 'first')), page(version('a', 'last')))).toEqual(['last']);
});
