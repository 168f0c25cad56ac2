import { expect, it } from 'vitest';
import { paths, toEditAddress } from './paths.ts';

it('keeps the addresses of the pages, which people have in their bookmarks', () => {
  expect(paths).toMatchInlineSnapshot(`
    {
      "connection": "/connections/$id",
      "connections": "/connections",
      "editConnection": "/connections/$id/edit",
      "platform": "/connect/platform",
      "review": "/connect/review",
      "source": "/connect/phoenix",
    }
  `);
});

it('fills in the ID', () => {
  expect(toEditAddress('0d98')).toBe('/connections/0d98/edit');
});
