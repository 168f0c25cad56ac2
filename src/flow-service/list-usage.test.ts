import { expect, it } from 'vitest';
import { keepEarlier, listUsage } from './list-usage.ts';

type Answer = readonly [status: number, body: unknown];

/** The usage of a sandbox whose service gives these answers, by list and page. */
function listFrom(answers: Readonly<Record<string, Answer>>) {
  const transport = {
    baseUrl: 'https://service.example',
    credentials: null,
    fetch: (address: string) => {
      const url = new URL(address);
      const page = url.searchParams.get('continuationToken') ?? '';
      const [status, body] = answers[`${url.pathname.split('/').at(-1)} ${page}`.trim()] ?? [404, {}];
      return Promise.resolve(new Response(JSON.stringify(body), { status }));
    },
  };
  return listUsage(transport, 'prod', (read) => read());
}

const firstSources: Answer = [
  200,
  { items: [{ id: 's1' }], _links: { next: { href: '/sourceConnections?continuationToken=2' } } },
];

it('keeps the dataflows and the first source connections when the next page cannot be read', async () => {
  const usage = await listFrom({
    flows: [200, { items: [{ id: 'f1' }] }],
    sourceConnections: firstSources,
    'sourceConnections 2': [500, {}],
  });
  expect(usage).toMatchObject({
    flows: [{ id: 'f1' }],
    sourceConnections: [{ id: 's1' }],
    extent: { flows: 'all', sourceConnections: 'some' },
    failure: { status: 500 },
  });
});

it('keeps the source connections when the dataflows may not be read', async () => {
  const usage = await listFrom({
    flows: [403, {}],
    sourceConnections: [200, { items: [{ id: 's1' }, 'unreadable'] }],
  });
  expect(usage).toMatchObject({
    flows: [],
    sourceConnections: [{ id: 's1' }],
    extent: { flows: 'none', sourceConnections: 'some' },
    failure: { status: 403 },
  });
});

it('fails when nothing could be read', async () => {
  await expect(listFrom({ flows: [403, {}], sourceConnections: [403, {}] })).rejects.toMatchObject({
    status: 403,
  });
});

it('keeps the dataflows of an earlier answer until all dataflows are read again', async () => {
  const sourceConnections: Answer = [200, { items: [{ id: 's2' }] }];
  const earlier = await listFrom({
    flows: [200, { items: [{ id: 'f1' }, { id: 'f2' }] }],
    sourceConnections: [200, { items: [{ id: 's1' }] }],
  });
  const refused = keepEarlier(earlier, await listFrom({ flows: [403, {}], sourceConnections }));
  expect(refused).toMatchObject({
    flows: [{ id: 'f1' }, { id: 'f2' }],
    sourceConnections: [{ id: 's2' }],
    extent: { flows: 'none', sourceConnections: 'all' },
    hasEarlier: true,
  });
  expect(refused.sourceConnections).toHaveLength(1);
  const again = await listFrom({ flows: [200, { items: [{ id: 'f2' }] }], sourceConnections });
  expect(keepEarlier(refused, again)).toEqual({ ...again, hasEarlier: false });
});
