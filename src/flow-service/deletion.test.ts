import { expect, it } from 'vitest';
import { createFlowServiceClient } from './client.ts';
import { createIdempotencyKey, replayedHeader } from './idempotency-key.ts';

/** Deletes a connection. The service gives this answer, and so does the page's server when asked for the outcome. */
function deleteAnswered(status: number, body: string | null) {
  const client = createFlowServiceClient({
    baseUrl: '/api',
    credentials: null,
    fetch: () => Promise.resolve(new Response(body, { status, headers: { [replayedHeader]: 'true' } })),
  });
  return client.deleteConnection('prod', 'id', createIdempotencyKey('0'.repeat(32)));
}

it.each([
  [204, null],
  [202, ''],
  [200, ''],
])('an empty answer says that the connection was deleted: %d', async (status, body) => {
  await expect(deleteAnswered(status, body)).resolves.toBeUndefined();
});

it.each([
  [200, '{"foo":1}'],
  [200, '[]'],
  [200, '{"id":"id","etag":"1"}'],
  [202, '{}'],
  [200, '<html></html>'],
])('an answer with a body does not say that the connection was deleted: %d %j', async (status, body) => {
  await expect(deleteAnswered(status, body)).rejects.toMatchObject({
    kind: 'shape',
    status,
    wasNotCarriedOut: false,
  });
});
