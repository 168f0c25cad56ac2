import { createServer } from 'node:net';
import type { CheckEvent } from '../../flow-service/schemas/connection-check.ts';
import { listenOnLoopback } from '../../testing/listen-on-loopback.ts';
import { summarizeCheck } from '../../testing/summarize-check.ts';
import { describe, expect, it, vi } from 'vitest';
import { check, errorMessage, record, startHttp } from '../../testing/check-fixture.ts';

describe('the end of a check', () => {
  it.each([false, true])('a canceled check leaves no connection; encrypted: %s', async (isEncrypted) => {
    const server = createServer();
    const { sockets, count } = record(server);
    const port = await listenOnLoopback(server);
    const caller = new AbortController();
    const events: CheckEvent[] = [];
    const reading = (async () => {
      for await (const event of check({ port, isEncrypted }, { signal: caller.signal })) events.push(event);
    })();
    await vi.waitFor(() => expect(count()).toBe(2), 10_000);
    caller.abort();
    await reading;
    expect(events.at(-1)).toEqual({ type: 'running', stage: 'encryption' });
    await vi.waitFor(() => expect(sockets.size).toBe(0), 10_000);
  });

  it('a check that has finished leaves no connection', async () => {
    const { port, sockets, count } = await startHttp((_incoming, outgoing) => {
      outgoing.writeHead(500).end(errorMessage);
    });
    await summarizeCheck(check({ port }));
    expect(count()).toBeGreaterThan(0);
    await vi.waitFor(() => expect(sockets.size).toBe(0), 10_000);
  });

  it('the time of a stage and of the whole check is limited', async () => {
    const server = createServer();
    record(server);
    const port = await listenOnLoopback(server);
    const stage = await summarizeCheck(
      check({ port, isEncrypted: true }, { limits: { stage: 50, whole: 5000 } }),
    );
    expect(stage.outcome).toBe('encryption: encryptionFailed');
    const whole = await summarizeCheck(
      check({ port, isEncrypted: true }, { limits: { stage: 5000, whole: 100 } }),
    );
    expect(whole.outcome).toBe('encryption: encryptionFailed');
  });

  it('a lookup that takes too long', async () => {
    const lookup = () => new Promise<never>(() => undefined);
    const limits = { stage: 50, whole: 5000 };
    expect(await summarizeCheck(check({}, { lookup, limits }))).toMatchObject({
      outcome: 'hostName: hostLookupFailed',
    });
  });
});
