import { expect, it } from 'vitest';
import { paths, toEditAddress, toSourceAddress } from './paths.ts';

it('keeps the page addresses, because users have them in their bookmarks', () => {
  expect(paths).toMatchInlineSnapshot(`
    {
      "connection": "/connections/$id",
      "connections": "/connections",
      "editConnection": "/connections/$id/edit",
      "platform": "/connect/platform",
      "review": "/connect/review",
      "source": "/connect/$source",
      "sources": "/connect/sources",
    }
  `);
});

it('fills in the ID, and the slug of the source', () => {
  expect(toEditAddress('0d98')).toBe('/connections/0d98/edit');
  expect(toSourceAddress({ slug: 'phoenix' })).toBe('/connect/phoenix');
});
