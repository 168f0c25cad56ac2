import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Socket, connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type BudgetLimits, createAnswerBudget } from './answer-budget.ts';
import type { Bindings } from '../request-target.ts';
import { listenForTest } from '../test-target.ts';

const limits: BudgetLimits = { bytes: 100, freeBytes: 10, waitTimeout: 60_000, stall: 60_000, stalls: 60 };

describe('responses that are read from the service', () => {
  it('wait while others use all the room, and continue when one of them has been read', async () => {
    const { startReading } = createAnswerBudget(limits);
    const [first, second] = [startReading(), startReading()];
    await first.take(90);
    const taken = vi.fn<() => void>();
    const taking = second.take(20).then(taken);
    await Promise.resolve();
    expect(taken).not.toHaveBeenCalled();
    first.end();
    await taking;
  });

  it('start without waiting', async () => {
    const { startReading } = createAnswerBudget(limits);
    await startReading().take(100);
    await expect(startReading().take(10)).resolves.toBeUndefined();
  });

  it('do not block each other: the first one continues', async () => {
    const { startReading } = createAnswerBudget(limits);
    const [first, second] = [startReading(), startReading()];
    await first.take(50);
    await second.take(50);
    await expect(first.take(50)).resolves.toBeUndefined();
  });

  it('are stopped when there is no room in time, and the outcome is unknown', async () => {
    const { startReading } = createAnswerBudget({ ...limits, waitTimeout: 1 });
    await startReading().take(100);
    await expect(startReading().take(20)).rejects.toMatchObject({
      problem: { status: 503, reached: 'unknown' },
    });
  });
});

describe('responses that clients read', () => {
  const size = 32 * 1024 * 1024;

  /** A server that returns one large answer. */
  async function start(options: Partial<BudgetLimits>) {
    const budget = createAnswerBudget({ ...limits, bytes: size + 1, ...options });
    let ended = 0;
    const app = new Hono<{ Bindings: Bindings }>().use(budget.countDelivery).get('/', ({ env }) => {
      env.outgoing?.on('close', () => (ended += 1));
      return new Response(new Uint8Array(size), { headers: { 'content-length': String(size) } });
    });
    const origin = await listenForTest(createServer(getRequestListener(app.fetch)));
    return { budget, origin, ended: () => ended };
  }

  /** A client that has received the beginning of an answer and reads no more of it. */
  async function openUnread(origin: string): Promise<Socket> {
    const { host, hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    await once(socket, 'readable');
    return socket;
  }

  it('are stopped when their client reads nothing and another response needs the room', async () => {
    const { budget, origin } = await start({ stall: 50 });
    const unread = await openUnread(origin);
    await budget.startReading().take(20);
    expect((await buffer(unread)).length).toBeLessThan(size);
  });

  it('are not stopped for a time while no other response needs the room', async () => {
    const { origin } = await start({ bytes: 2 * size, stall: 10, stalls: 1000 });
    const unread = await openUnread(origin);
    expect((await (await fetch(origin)).arrayBuffer()).byteLength).toBe(size);
    expect((await buffer(unread)).length).toBeGreaterThan(size);
  });

  it('are stopped when their client reads nothing for too long', async () => {
    const { origin, ended } = await start({ stall: 20, stalls: 3 });
    const unread = await openUnread(origin);
    await expect.poll(ended, { timeout: 30_000 }).toBe(1);
    expect((await buffer(unread)).length).toBeLessThan(size);
  });
});
