import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type QueryServers, findQueryServers } from '../testing/query-servers.ts';
import { type QueryServerClient, openQueryServer } from './query-server-client.ts';

/** Paging, with the sample cluster in `npm test` and with a real Phoenix in `npm run test:phoenix`. */

let servers: QueryServers;
beforeAll(async () => {
  servers = await findQueryServers();
});
afterAll(() => servers.close());

async function visit(use: (client: QueryServerClient) => Promise<void>): Promise<void> {
  const { address, options } = servers.open('plain');
  const client = await openQueryServer(address, options);
  await use(client);
  await client.close();
}

it('pages 100,000 rows with little memory', async () => {
  await visit(async (client) => {
    const before = measureHeap();
    const growth: number[] = [];
    let count = 0;
    const { frames } = await client.query('SELECT * FROM TELEMETRY.READINGS', { frameSize: 2000 });
    for await (const frame of frames) {
      count += frame.length;
      // A real server chooses the size of its frames, so the count is rarely a multiple.
      if (count >= (growth.length + 1) * 20_000) growth.push((measureHeap() - before) / 2 ** 20);
    }
    expect(count).toBe(100_000);
    process.stdout.write(`100,000 rows: the heap grew by at most ${Math.max(...growth).toFixed(1)} MiB.\n`);
    expect(growth).toHaveLength(5);
    expect(Math.max(...growth)).toBeLessThan(64);
    // All rows together are smaller than that, so the growth must also stop.
    expect((growth.at(-1) ?? Infinity) - (growth[0] ?? 0)).toBeLessThan(4);
  });
}, 240_000);

it('stops when the reader stops, and the connection can still be used', async () => {
  await visit(async (client) => {
    const { frames } = await client.query('SELECT * FROM TELEMETRY.READINGS', { frameSize: 10 });
    for await (const frame of frames) {
      expect(frame).toHaveLength(10);
      break;
    }
    expect(await client.readProduct()).toMatchObject({ name: 'Phoenix' });
  });
});

/** Bytes in use after garbage collection, including buffers, which are outside the heap of JavaScript. */
function measureHeap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
