import { expect, it } from 'vitest';
import type { ConnectionPage } from '../flow-service/client.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { readReadableConnections } from './readable-connections.ts';

const page = (id: string, continuationToken: string | null): ConnectionPage => ({
  connections: [{ id, name: id, etag: '', connectionSpec: { id: 's', version: '1.0' } }],
  unreadable: 0,
  continuationToken,
  hasOddLink: false,
});

const unavailable = new Response('', { status: 503 });
const failure = FlowServiceError.fromAnswer('listConnections', unavailable, '');

it('keeps the first pages when a later one fails, and says how many there are', async () => {
  let reads = 0;
  const waits: number[] = [];
  const read = await readReadableConnections(
    {
      readPage: ({ continuationToken }) => {
        reads += 1;
        return continuationToken === undefined
          ? Promise.resolve(page('one', 'next'))
          : Promise.reject(failure);
      },
      count: () => Promise.resolve(512),
      wait: async (milliseconds) => void waits.push(milliseconds),
    },
    new AbortController().signal,
  );
  expect(read).toMatchObject({ connections: [{ id: 'one' }], hasMore: true, failure, total: 512 });
  expect({ reads, waits: waits.length }).toEqual({ reads: 5, waits: 3 });
});

it('fails when the first page fails', async () => {
  const refused = new Error('refused');
  const reading = readReadableConnections(
    { readPage: () => Promise.reject(refused), count: () => Promise.resolve(1), wait: async () => {} },
    new AbortController().signal,
  );
  await expect(reading).rejects.toBe(refused);
});

it('does not ask for the number when all pages were read', async () => {
  const read = await readReadableConnections(
    {
      readPage: ({ continuationToken }) =>
        Promise.resolve(continuationToken === undefined ? page('one', 'next') : page('two', null)),
      count: () => Promise.reject(new Error('not expected')),
      wait: async () => {},
    },
    new AbortController().signal,
  );
  expect(read).toMatchObject({ hasMore: false, failure: null, total: null });
  expect(read.connections).toHaveLength(2);
});
