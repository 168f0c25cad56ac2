import { expect, it } from 'vitest';
import { readCheckEvents } from './read-check-events.ts';
import type { CheckEvent } from './schemas/connection-check.ts';

const events: readonly CheckEvent[] = [
  { type: 'started', isSample: true },
  { type: 'running', stage: 'hostName' },
  {
    type: 'result',
    stage: 'hostName',
    state: 'passed',
    milliseconds: 3,
    facts: {
      addresses: ['203.0.113.5'],
      certificate: { subject: 'ü€𝄞', issuer: '', names: [], daysLeft: 1 },
    },
    warnings: [],
    reason: null,
  },
  { type: 'finished', milliseconds: 4 },
];
const text = events.map((event) => `${JSON.stringify(event)}\n`).join('');

function streamOf(bytes: Uint8Array, size: number) {
  let wasCanceled = false;
  let place = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (place >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(place, place + size)));
      place += size;
    },
    cancel() {
      wasCanceled = true;
    },
  });
  return { body, wasCanceled: () => wasCanceled };
}

async function readAll(written: string, size = 7) {
  const read: CheckEvent[] = [];
  const { body, wasCanceled } = streamOf(new TextEncoder().encode(written), size);
  try {
    for await (const event of readCheckEvents(body)) read.push(event);
    return { read, error: null, wasCanceled: wasCanceled() };
  } catch (error) {
    return { read, error, wasCanceled: wasCanceled() };
  }
}

it.each([1, 2, 3, 1000])('reads every event, however the bytes are split: %i at a time', async (size) => {
  expect(await readAll(text, size)).toMatchObject({ read: events, error: null });
});

it('yields an event before the next one arrives', async () => {
  let send: (line: CheckEvent) => void = () => undefined;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      send = (event) => controller.enqueue(new TextEncoder().encode(`${JSON.stringify(event)}\n`));
    },
  });
  const reading = readCheckEvents(body);
  for (const event of events) {
    send(event);
    expect(await reading.next()).toEqual({ done: false, value: event });
  }
  expect(await reading.next()).toEqual({ done: true, value: undefined });
});

it('reports an answer that ends early, in a line or between two', async () => {
  for (const cut of [text.slice(0, -20), text.split('\n').slice(0, 2).join('\n'), '']) {
    expect(await readAll(cut)).toMatchObject({ error: { problem: 'cut' } });
  }
});

it('reports a connection that breaks', async () => {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.error(new TypeError('network error')),
  });
  await expect(readCheckEvents(body).next()).rejects.toMatchObject({ problem: 'cut' });
});

it('reports lines that are no events, and reads no further', async () => {
  for (const line of ['<html>', '{"type":"unknown"}', '{"type":"running","stage":"elsewhere"}']) {
    const answer = await readAll(`${JSON.stringify(events[0])}\n${line}\n${text}`, 1);
    expect(answer).toMatchObject({ read: [events[0]], error: { problem: 'unreadable' }, wasCanceled: true });
  }
  expect(await readAll('x'.repeat(200_000), 1000)).toMatchObject({ error: { problem: 'unreadable' } });
});
