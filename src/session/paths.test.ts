import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { paths, toSourceAddress } from './paths.ts';

it('keeps the page addresses, because users have them in their bookmarks', () => {
  expect(paths).toMatchInlineSnapshot(`
    {
      "connection": "/connections/$id",
      "connections": "/connections",
      "copyConnections": "/connections/copy",
      "editConnection": "/connections/$id/edit",
      "exportConnections": "/connections/export",
      "platform": "/connect/platform",
      "review": "/connect/review",
      "rotateSecret": "/connections/$id/rotate",
      "source": "/connect/$source",
      "sources": "/connect/sources",
      "testConnections": "/connections/test",
    }
  `);
});

it('fills in the slug of the source', () => {
  expect(toSourceAddress({ slug: 'phoenix' })).toBe('/connect/phoenix');
});

it('the documentation names addresses that exist', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const named = [...text.matchAll(/`(\/connections\/[\w/-]+)`/g)].map(([, address]) => address);
  expect(new Set(named)).toEqual(
    new Set([paths.copyConnections, paths.exportConnections, paths.testConnections]),
  );
});
