import { array, assert, asyncProperty, constant, constantFrom, property, uuid } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAccessToken } from './schemas/access-token.ts';
import { createFlowServiceClient } from './client.ts';
import { FlowServiceError } from './flow-service-error.ts';
import * as odd from '../testing/odd-answers-fixture.ts';
import { oddValue, toAnswerText } from '../testing/odd-values-fixture.ts';

const specId = '102706fb-a5cd-42ee-afe0-bc42f017ff43';
const usableId = /^(?!\.{1,2}$)[\x21-\x7e]{1,256}$/;

/** Fewer runs than usual, because each run takes a while: some answers are a megabyte. */
const runs = { numRuns: 30 };

function clientOf(answer: unknown, status = 200) {
  const text = toAnswerText(answer);
  return createFlowServiceClient({
    baseUrl: '/api',
    credentials: { apiKey: 'k', organizationId: 'o', accessToken: 'a.b.c' },
    fetch: () => Promise.resolve(new Response(text, { status })),
  });
}

/** The valid values of a field in the items of a list. */
function usableValues(items: readonly unknown[], field: string): string[] {
  return items.flatMap((item) => {
    const isPlain = typeof item === 'object' && item !== null && Object.hasOwn(item, field);
    const value: unknown = isPlain ? Object(item)[field] : null;
    return typeof value === 'string' && usableId.test(value) && !value.startsWith('@') ? [value] : [];
  });
}

describe('for any list, readable items are read and the others are counted', () => {
  it('connections', async () => {
    await assert(
      asyncProperty(odd.oddConnections(specId), async (answer) => {
        const { connections, unreadable } = await clientOf(answer).listConnections('prod', {});
        const readable = usableValues(answer.items, 'id');
        expect(connections.map(({ id }) => id)).toEqual(readable);
        expect(unreadable).toBe(answer.items.length - readable.length);
        for (const connection of connections) {
          expect(typeof connection.name).toBe('string');
          expect(connection.name.length).toBeLessThanOrEqual(10_000);
          expect(connection.etag).toMatch(/^[\x20-\x7e]*$/);
          expect(typeof connection.connectionSpec.id).toBe('string');
          expect(() => JSON.stringify(connection)).not.toThrow();
        }
      }),
      runs,
    );
  });

  it('sandboxes, each name once', async () => {
    await assert(
      asyncProperty(odd.oddSandboxes, async (answer) => {
        const { items, unreadable } = await clientOf(answer).listSandboxes();
        const readable = usableValues(answer.sandboxes, 'name');
        expect(items.map(({ name }) => name)).toEqual([...new Set(readable)]);
        expect(unreadable).toBe(answer.sandboxes.length - readable.length);
      }),
      runs,
    );
  });

  it('tables', async () => {
    await assert(
      asyncProperty(odd.oddTables, async (answer) => {
        const { items, unreadable } = await clientOf(answer).exploreRoot('prod', 'id');
        expect(items.length + unreadable).toBe(answer.length);
        for (const { path } of items) expect(() => encodeURIComponent(path)).not.toThrow();
      }),
      runs,
    );
  });

  it('columns and sample rows', async () => {
    await assert(
      asyncProperty(odd.oddTable, async (answer) => {
        const { schema, data, unread } = await clientOf(answer).exploreTable('prod', 'id', 'T');
        expect(schema.columns.length + (unread?.columns ?? 0)).toBe(answer.schema.columns.length);
        const rows = answer.data === null ? 0 : Array.isArray(answer.data) ? answer.data.length : 1;
        expect((data?.length ?? 0) + (unread?.rows ?? 0)).toBe(rows);
        expect(() => JSON.stringify(data)).not.toThrow();
      }),
      runs,
    );
  });
});

it('one connection is read from any surrounding data, and never another one', async () => {
  const id = '6f4f1c9e-0d3a-4c8e-9a57-1f0a5b7c9d21';
  await assert(
    asyncProperty(
      odd.oddConnection(constant(id), specId),
      array(odd.oddConnection(uuid(), specId), { maxLength: 3 }),
      async (own, others) => {
        const items = [...others, own];
        const answer = clientOf({ items }).getConnection('prod', id);
        const outcome = await answer.catch(({ kind }: FlowServiceError) => ({ id: kind }));
        expect(outcome.id).toBe(usableValues([own], 'id').includes(id) ? id : 'shape');
      },
    ),
    runs,
  );
});

it('a spec that cannot be read is not reported as unknown', async () => {
  await assert(
    asyncProperty(odd.oddSpecs(specId), async (answer) => {
      const spec = await clientOf(answer).getConnectionSpec('prod', specId);
      expect(spec === null).toBe(answer.items.length === 0);
    }),
    runs,
  );
});

it('anything other than a valid response becomes one type of error', async () => {
  await assert(
    asyncProperty(oddValue, constantFrom(200, 400, 404, 500), async (answer, status) => {
      const client = clientOf(answer, status);
      for (const call of [
        () => client.listSandboxes(),
        () => client.listConnections('prod', {}),
        () => client.getConnection('prod', 'id'),
        () => client.getConnectionSpec('prod', 'id'),
        () => client.testConnection('prod', 'id'),
        () => client.exploreRoot('prod', 'id'),
        () => client.exploreTable('prod', 'id', 'T'),
      ]) {
        const outcome = await call().then(
          () => true,
          (error: unknown) => error instanceof FlowServiceError,
        );
        expect(outcome).toBe(true);
      }
    }),
    runs,
  );
});

it('the texts of an error are short enough to show, or absent', async () => {
  await assert(
    asyncProperty(odd.oddErrorBody, async (body) => {
      const failure: unknown = await clientOf(body, 400)
        .listConnections('prod', {})
        .catch((error: unknown) => error);
      if (!(failure instanceof FlowServiceError)) throw new Error('It did not fail.');
      const { message, code, type, title, detail, requestId, body: shown } = failure;
      const words = [message, code, type, title, detail, requestId, shown].map((text) => text ?? '');
      expect(Math.max(...words.map(({ length }) => length))).toBeLessThanOrEqual(4000);
    }),
    runs,
  );
});

it('a response with too many parts is not read', async () => {
  const table = { path: 'T', name: 'T', type: 'table', canPreview: true, canFetchSchema: true };
  const tables = (count: number) =>
    clientOf(Array.from({ length: count }, () => table)).exploreRoot('prod', 'id');
  expect(await tables(49_000)).toMatchObject({ items: { length: 20_000 }, unreadable: 29_000 });
  await expect(tables(51_000)).rejects.toMatchObject({ kind: 'size' });
});

it('a next page that cannot be requested is reported', async () => {
  const read = (_links: unknown, continuationToken?: string) =>
    clientOf({ items: [], _links }).listConnections('prod', {
      ...(continuationToken && { continuationToken }),
    });
  for (const links of [null, [], 5, {}, { next: null }]) {
    expect(await read(links)).toMatchObject({ continuationToken: null, hasOddLink: false });
  }
  for (const next of [5, [], {}, { href: null }, { href: 5 }, { href: '/connections?start=2' }]) {
    expect(await read({ next })).toMatchObject({ continuationToken: null, hasOddLink: true });
  }
  const next = { href: '/connections?continuationToken=abc' };
  expect(await read({ next })).toMatchObject({ continuationToken: 'abc', hasOddLink: false });
  expect(await read({ next }, 'abc')).toMatchObject({ continuationToken: null, hasOddLink: true });
});

it('an endless list of sandboxes ends', async () => {
  const answer = { sandboxes: [{ name: 'prod' }], _links: { next: { href: 'x' } } };
  expect(await clientOf(answer).listSandboxes()).toEqual({
    items: [{ name: 'prod' }],
    unreadable: 0,
    hasMore: true,
  });
});

it('a token has an expiry date or none', () => {
  assert(
    property(odd.oddClaims, (claims) => {
      const bytes = new TextEncoder().encode(toAnswerText(claims));
      const payload = Buffer.from(bytes).toString('base64url');
      const expiresAt = readAccessToken(`e30.${payload}.c2ln`)?.expiresAt ?? 0;
      expect(() => new Date(expiresAt).toISOString()).not.toThrow();
    }),
    runs,
  );
});
