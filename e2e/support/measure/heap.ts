import type { Page } from '@playwright/test';
import { takeHeapSnapshot } from './heap-snapshot.ts';

/** How many characters in a row of a secret, or of another way to write it, are taken for a part of it. */
const partLength = 8;

/**
 * Where a page's memory holds a secret or a part of it, as it is or written in another way, after all garbage was
 * collected: each place with what keeps it. Scripts that the test itself runs in the page are part of that memory, so
 * a secret is typed, and never given to such a script.
 */
export async function findInMemory(page: Page, secrets: readonly string[]): Promise<readonly string[]> {
  const { names, keepers } = await takeHeapSnapshot(page);
  const parts = [...new Set(secrets.flatMap(writings).flatMap(partsOf))];
  // Most nodes share their names with others.
  const telling = new Set([...new Set(names)].filter((name) => parts.some((part) => name.includes(part))));
  return [...names.entries()]
    .filter(([, name]) => telling.has(name))
    .map(([node, name]) => `${JSON.stringify(name.slice(0, 200))}\n  ${keepers(node)}`);
}

/** A secret as it may be written: in JSON, in an address, in HTML, in hexadecimal digits, or in Base64. */
function writings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].flatMap((before) => {
    // What is written of a byte depends on where it falls among three, and at the ends on its neighbours.
    const written = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(4, -4);
    return [written, written.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString().slice('secret='.length),
    secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    bytes.toString('hex'),
    ...base64,
  ];
}

function partsOf(text: string): readonly string[] {
  return Array.from({ length: text.length - partLength + 1 }, (_, start) =>
    text.slice(start, start + partLength),
  );
}
