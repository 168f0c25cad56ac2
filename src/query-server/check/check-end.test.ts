import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { CheckEvent } from '../../flow-service/schemas/connection-check.ts';
import { listenOnLoopback } from '../../testing/listen-on-loopback.ts';
import { summarizeCheck } from '../../testing/summarize-check.ts';
import { describe, expect, it, vi } from 'vitest';
import { check, checkedRequest, record, startHttp } from '../../testing/check-fixture.ts';
import { checkConnection } from './check-connection.ts';

/** Longer than the test waits, so that only the end of the check closes connections. */
const longLimits = { stage: 100_000, whole: 100_000 };

describe('the end of a check', () => {
  it.each([false, true])('a canceled check leaves no connection; encrypted: %s', async (isEncrypted) => {
    const server = createServer();
    const { sockets, count } = record(server);
    const port = await listenOnLoopback(server);
    const caller = new AbortController();
    const events: CheckEvent[] = [];
    const reading = (async () => {
      for await (const event of check({ port, isEncrypted }, { signal: caller.signal, limits: longLimits }))
        events.push(event);
    })();
    await vi.waitFor(() => expect(count()).toBe(2), 10_000);
    caller.abort();
    await reading;
    expect(events.at(-1)).toEqual({ type: 'running', stage: 'encryption' });
    await vi.waitFor(() => expect(sockets.size).toBe(0), 10_000);
  });

  it('a check that has finished leaves no connection', async () => {
    const { port, sockets, count } = await startHttp((_incoming, outgoing) => {
      outgoing.writeHead(404).end();
    });
    await summarizeCheck(check({ port }, { limits: longLimits }));
    expect(count()).toBeGreaterThan(0);
    await vi.waitFor(() => expect(sockets.size).toBe(0), 10_000);
  });

  it('a connection that opens after the end is closed', async () => {
    const server = createServer();
    const { sockets, count } = record(server);
    const port = await listenOnLoopback(server);
    const caller = new AbortController();
    let opened = 0;
    const openSocket = async () => {
      opened += 1;
      // The first connection is that of the stage `network`, and the second one that of a request.
      if (opened === 2) caller.abort();
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    };
    const route = { isSample: false, resolve: () => Promise.resolve({ addresses: null, openSocket }) };
    await summarizeCheck(
      checkConnection(checkedRequest, { route, signal: caller.signal, limits: longLimits }),
    );
    await vi.waitFor(() => expect([count(), sockets.size]).toEqual([2, 0]), 10_000);
  });

  it('the time of a stage and of the whole check is limited', async () => {
    const server = createServer();
    record(server);
    const port = await listenOnLoopback(server);
    const stage = await summarizeCheck(
      check({ port, isEncrypted: true }, { limits: { stage: 50, whole: 5000 } }),
    );
    expect(stage.outcome).toBe('encryption: answerTimedOut');
    const whole = await summarizeCheck(
      check({ port, isEncrypted: true }, { limits: { stage: 5000, whole: 100 } }),
    );
    expect(whole.outcome).toBe('encryption: answerTimedOut');
  });

  it('a lookup that takes too long', async () => {
    const lookup = () => new Promise<never>(() => undefined);
    const limits = { stage: 50, whole: 5000 };
    expect(await summarizeCheck(check({}, { lookup, limits }))).toMatchObject({
      outcome: 'hostName: hostLookupFailed',
    });
  });
});
