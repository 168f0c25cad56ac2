import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerRequest } from '../../emulator/cluster/answer-request.ts';
import { findSampleHost } from '../../emulator/cluster/sample-databases.ts';
import type { CheckEvent } from '../../flow-service/schemas/connection-check.ts';
import { askForSignIn, checkedRequest, record, startHttps } from '../../testing/check-fixture.ts';
import { listenOnLoopback } from '../../testing/listen-on-loopback.ts';
import { summarizeCheck } from '../../testing/summarize-check.ts';
import { readMessage, writeMessage } from '../wire-message.ts';
import { checkConnection } from './check-connection.ts';

/**
 * The clock of the checks stands still unless a test moves it, so these tests measure exactly how long a check may
 * take, however slow this computer is.
 */
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

type Step = 'lookup' | 'socket' | 'request';

interface Behavior {
  /** Milliseconds of each step, or null for a step that never ends. `count` is 1 for the first one of its kind. */
  readonly duration: (step: Step, count: number) => number | null;
  /** Whether a request that never ends gets a part of its answer. */
  readonly isCut?: boolean;
  /** Whether sockets that never open are opened, to a server that sends nothing. */
  readonly isSilent?: boolean;
}

/** Checks an encrypted query server with sign-in. `stalled` is resolved when a step does not end. */
async function startCheck({ duration, isCut = false, isSilent = false }: Behavior) {
  let reportStall = () => {};
  const stalled = new Promise<void>((resolve) => {
    reportStall = resolve;
  });
  const counts: Record<Step, number> = { lookup: 0, socket: 0, request: 0 };
  const take = async (step: Step): Promise<'ended' | 'never'> => {
    counts[step] += 1;
    const milliseconds = duration(step, counts[step]);
    if (milliseconds === null) reportStall();
    else await vi.advanceTimersByTimeAsync(milliseconds);
    return milliseconds === null ? 'never' : 'ended';
  };
  const connections = new Map();
  const answer = (outgoing: ServerResponse, body: Buffer) => {
    const request = readMessage(body);
    const { status, name, fields } =
      request === null
        ? { status: 500, name: 'ErrorResponse', fields: {} }
        : answerRequest(request, connections, findSampleHost('db.example', 443));
    outgoing.writeHead(status).end(writeMessage(name, fields));
  };
  const { port, ca } = await startHttps(null, (incoming, outgoing) => {
    const serve = async () => {
      const body = await buffer(incoming);
      const isAnswered = (await take('request')) === 'ended';
      if (!isAnswered && isCut) outgoing.writeHead(200, { 'content-length': 1000 }).write('.');
      if (!isAnswered) return;
      if (incoming.headers.authorization === undefined) askForSignIn(incoming, outgoing);
      else answer(outgoing, body);
    };
    void serve();
  });
  const silent = createServer();
  record(silent);
  const silentPort = await listenOnLoopback(silent);
  const openSocket = async () => {
    const isStalled = (await take('socket')) === 'never';
    if (isStalled && !isSilent) return new Promise<never>(() => undefined);
    const socket = connect(isStalled ? silentPort : port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  const route = {
    isSample: false,
    ca,
    resolve: async () =>
      (await take('lookup')) === 'never'
        ? new Promise<never>(() => undefined)
        : { addresses: ['127.0.0.1'], openSocket },
  };
  const events: CheckEvent[] = [];
  const { signal } = new AbortController();
  const reading = (async () => {
    const request = { ...checkedRequest, port, isEncrypted: true };
    for await (const event of checkConnection(request, { route, signal })) events.push(event);
  })();
  return { events, reading, stalled };
}

/** The time that each stage reports, and that of the whole check. */
function timesOf(events: readonly CheckEvent[]) {
  return events.flatMap((event) =>
    event.type === 'result' || event.type === 'finished' ? [event.milliseconds] : [],
  );
}

/** A check sends three requests at its path, two to the query server, and two for the tables. */
const steps: readonly (readonly [Step, number, string])[] = [
  ['lookup', 1, 'hostName: hostLookupFailed'],
  ['socket', 1, 'network: connectTimedOut'],
  ['socket', 2, 'encryption: answerTimedOut'],
  ['socket', 3, 'encryption: answerTimedOut'],
  ['socket', 4, 'httpPath: answerTimedOut'],
  ['request', 1, 'httpPath: answerTimedOut'],
  ['request', 2, 'httpPath: answerTimedOut'],
  ['request', 3, 'httpPath: answerTimedOut'],
  ['request', 4, 'queryServer: answerTimedOut'],
  ['request', 5, 'queryServer: answerTimedOut'],
  ['request', 6, 'tables: answerTimedOut'],
  ['request', 7, 'tables: answerTimedOut'],
];

describe('a stage takes at most 5 s', () => {
  const stallAt = (step: Step, place: number) => (one: Step, count: number) =>
    one === step && count === place ? null : 0;

  it.each([
    ...steps.map((step) => [...step, {}] as const),
    ...steps.slice(5).map((step) => [...step, { isCut: true }] as const),
    ...steps.slice(2, 5).map((step) => [...step, { isSilent: true }] as const),
  ])('%s %i never ends: %s, %j', async (step, place, outcome, behavior) => {
    const { events, stalled } = await startCheck({ duration: stallAt(step, place), ...behavior });
    await stalled;
    await vi.advanceTimersByTimeAsync(4999);
    expect(events.at(-1)).toMatchObject({ type: 'running' });
    await vi.advanceTimersByTimeAsync(1);
    expect(events.at(-1)).toMatchObject({ type: 'finished' });
    expect(await summarizeCheck(events)).toMatchObject({ outcome });
    expect(Math.max(...timesOf(events))).toBe(5000);
  });

  it('also when each of its requests is answered in time', async () => {
    const { events, reading } = await startCheck({ duration: (step) => (step === 'request' ? 2000 : 0) });
    await reading;
    expect(await summarizeCheck(events)).toMatchObject({ outcome: 'httpPath: answerTimedOut' });
    expect(Math.max(...timesOf(events))).toBe(5000);
  });
});

it('a check takes at most 20 s, although no stage takes 5 s', async () => {
  const durations: Readonly<Record<Step, number>> = { lookup: 4900, socket: 2400, request: 800 };
  const { events, reading } = await startCheck({
    // The stages before the query server take 17.1 s.
    duration: (step, count) => (step === 'request' && count > 3 ? 2400 : durations[step]),
  });
  await reading;
  expect(await summarizeCheck(events)).toMatchObject({ outcome: 'queryServer: answerTimedOut' });
  const times = timesOf(events);
  expect(times.at(-1)).toBe(20_000);
  expect(Math.max(...times.slice(0, -1))).toBeLessThanOrEqual(5000);
});
