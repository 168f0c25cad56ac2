import { type Locator, type Page, expect } from '@playwright/test';
import * as z from 'zod/mini';

/** The longest time in milliseconds that an answer may block the page, on an idle computer. */
const longestFreeze = 200;

/** The parts of Chromium's trace that show how long its threads were busy. */
const traceEvents = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds since a common start. */
      ts: z.optional(z.number()),
      /** Microseconds of wall-clock time and of processor time. */
      dur: z.optional(z.number()),
      tdur: z.optional(z.number()),
      args: z.optional(
        z.object({
          name: z.optional(z.unknown()),
          chrome_mojo_event_info: z.optional(z.object({ mojo_interface_tag: z.optional(z.string()) })),
        }),
      ),
    }),
  ),
});

/** What a test asks a page arrives as this message. */
const question = 'blink.mojom.DevToolsSession';

/**
 * Expects that the action does not block the page. What the test itself asks the page, for example which rows it has, does
 * not count, so use {@link typeInto} instead of `fill()`.
 */
export async function expectNoFreeze(page: Page, run: () => Promise<void>): Promise<void> {
  expect(await measureLongestTask(page, run), 'the longest task').toBeLessThan(longestFreeze);
}

/** Replaces the text of a field by keyboard, so that the work of the page counts for {@link expectNoFreeze}. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('ControlOrMeta+A');
  await (text === '' ? field.press('Delete') : field.page().keyboard.insertText(text));
}

/**
 * Measures the longest task of the page's main thread during an action, in milliseconds of an idle computer.
 * Processor time is used where the system provides it, because other programs affect it less than wall-clock time.
 * They still share caches and cores, so the result is scaled with a task of known length that runs at the same time.
 */
async function measureLongestTask(page: Page, run: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no separate browser.');
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

/** The processor time in milliseconds that 90% of the runs of {@link timeWork} stay below on an idle computer. */
const usualWork = 2;

/** Processes data like a page does, on the same engine, and returns the processor time. */
function timeWork(): number {
  const start = process.cpuUsage();
  const items: Record<string, unknown>[] = JSON.parse(manyItems);
  JSON.stringify([...new Map(items.map((item) => [item['id'], { ...item }])).values()]);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function findLongestTask(trace: Buffer): number {
  const { traceEvents: events } = traceEvents.parse(JSON.parse(trace.toString()));
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && mainThreads.has(threadOf(event)));
  const questions = events.filter(
    ({ args }) => args?.chrome_mojo_event_info?.mojo_interface_tag === question,
  );
  const longest = tasks
    .toSorted((one, other) => timeOf(other) - timeOf(one))
    .find((task) => !questions.some((one) => threadOf(one) === threadOf(task) && isWithin(one, task)));
  if (longest === undefined) throw new Error('The trace contains no task of the page.');
  return timeOf(longest);
}

/** The processor time in milliseconds. */
function timeOf({ dur = 0, tdur = dur }: Span): number {
  return tdur / 1000;
}

interface Thread {
  readonly pid: number;
  readonly tid: number;
}

function threadOf({ pid, tid }: Thread): string {
  return `${pid} ${tid}`;
}

interface Span {
  readonly ts?: number | undefined;
  readonly dur?: number | undefined;
  readonly tdur?: number | undefined;
}

function isWithin({ ts = 0 }: Span, outer: Span): boolean {
  const start = outer.ts ?? 0;
  return ts >= start && ts < start + (outer.dur ?? 0);
}
