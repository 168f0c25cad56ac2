import { expect, it } from 'vitest';
import { type ClusterConnection, answerRequest } from './answer-request.ts';

it('connections that are never closed do not stay forever, and those in use stay', () => {
  const connections = new Map<string, ClusterConnection>();
  const ask = (name: string, connectionId: string) =>
    answerRequest({ name, fields: { connectionId } }, connections, { tables: [], version: '5.2' });
  ask('OpenConnectionRequest', 'used');
  for (let index = 0; index < 1000; index += 1) {
    ask('OpenConnectionRequest', `interrupted ${index}`);
    ask('DatabasePropertyRequest', 'used');
  }
  expect(connections.size).toBeLessThan(300);
  expect(ask('DatabasePropertyRequest', 'used')).toMatchObject({ status: 200 });
  expect(ask('DatabasePropertyRequest', 'interrupted 1')).toMatchObject({ status: 500 });
});
