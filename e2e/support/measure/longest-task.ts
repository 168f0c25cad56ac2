import { type Page, expect } from '@playwright/test';
import * as z from 'zod/mini';

/** Milliseconds for which no answer may keep a page from going on, on a machine that is not busy. */
const longestFreeze = 200;

/** What of Chromium's trace tells how long its threads were busy. */
const traceEvents = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds of the clock, and of the processor. */
      dur: z.optional(z.number()),
      tdur: z.optional(z.number()),
      args: z.optional(z.object({ name: z.optional(z.unknown()) })),
    }),
  ),
});

/** Nothing that goes on meanwhile makes the page stand still. */
export async function expectNoFreeze(page: Page, run: () => Promise<void>): Promise<void> {
  expect(await measureLongestTask(page, run), 'the longest task').toBeLessThan(longestFreeze);
}

/**
 * How long a page stood still at most while something went on: the longest task of its main thread in milliseconds of
 * a machine that is not busy. Where the system tells it, the time of the processor counts. Other programs lengthen that
 * less than time itself, as they share caches and cores; by how much, work of a known length shows meanwhile.
 */
async function measureLongestTask(page: Page, run: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page is in no browser of its own.');
  const times = [timeWork()];
  const timer = setInterval(() => times.push(timeWork()), 50);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  let trace: Buffer;
  try {
    await run();
  } finally {
    clearInterval(timer);
    trace = await browser.stopTracing();
  }
  const slow = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.9)] ?? 0;
  return findLongestTask(trace) / Math.max(1, slow / usualWork);
}

const manyItems = JSON.stringify(Array.from({ length: 2000 }, (_, place) => ({ id: `id ${place}`, place })));

/** Milliseconds of the processor that nine of ten times of {@link timeWork} stay below when little else runs. */
const usualWork = 2;

/** Does what a page does with an answer, on the same engine, and tells how long the processor took for it. */
function timeWork(): number {
  const start = process.cpuUsage();
  const items: Record<string, unknown>[] = JSON.parse(manyItems);
  JSON.stringify([...new Map(items.map((item) => [item['id'], { ...item }])).values()]);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function findLongestTask(trace: Buffer): number {
  const { traceEvents: events } = traceEvents.parse(JSON.parse(trace.toString()));
  const threadOf = ({ pid, tid }: { readonly pid: number; readonly tid: number }) => `${pid} ${tid}`;
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && mainThreads.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('The trace tells of no task of the page.');
  return tasks.reduce((longest, { dur = 0, tdur = dur }) => Math.max(longest, tdur / 1000), 0);
}
