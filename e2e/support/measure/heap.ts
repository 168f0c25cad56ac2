import type { Page } from '@playwright/test';
import { takeHeapSnapshot } from './heap-snapshot.ts';

/** The number of consecutive characters of a secret, or of an encoded form, that count as a part of it. */
const partLength = 8;

/**
 * Finds where the page's memory contains a secret or a part of it, plain or encoded, after a garbage collection. Each
 * result shows what keeps the value. Scripts of the test that run in the page belong to that memory, so a secret must
 * be typed and never passed to such a script.
 */
export async function findInMemory(page: Page, secrets: readonly string[]): Promise<readonly string[]> {
  const { names, keepers } = await takeHeapSnapshot(page);
  const parts = [...new Set(secrets.flatMap(writings).flatMap(partsOf))];
  // Most nodes share their names with others, so each name is checked once.
  const telling = new Set([...new Set(names)].filter((name) => parts.some((part) => name.includes(part))));
  return [...names.entries()]
    .filter(([, name]) => telling.has(name))
    .map(([node, name]) => `${JSON.stringify(name.slice(0, 200))}\n  ${keepers(node)}`);
}

/** The encoded forms of a secret: JSON, URL, HTML, hexadecimal and Base64. */
function writings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].flatMap((before) => {
    // The Base64 form of a byte depends on its position in a group of three, and at the ends on its neighbours.
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
