import { describe, expect, it } from 'vitest';
import type { ConnectionTest, TestOutcome } from '../../api/connection-test.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { phoenixRequest } from '../../testing/emulator-fixture.ts';
import { createHealthMemory } from './health-memory.ts';
import { type HealthRunner, createHealthRunner } from './health-runner.ts';
import { describeResults, toHealthRows, toTableText } from './health-rows.ts';

const scope = { sandbox: 'prod', organizationId: 'o' };
const connectionOf = (id: string, name = id): Connection => ({ ...phoenixRequest(), id, etag: '', name });
const many = Array.from({ length: 10 }, (_, place) => connectionOf(`c${place}`));
const resultOf = (outcome: TestOutcome, error: FlowServiceError | null = null): ConnectionTest => ({
  outcome,
  error,
  startedAt: 0,
  took: 1,
});

function refusal(status: number, headers: Record<string, string> = {}): FlowServiceError {
  return FlowServiceError.fromAnswer('testConnection', new Response('{}', { status, headers }), '{}');
}

function setUp(test: (id: string, signal: AbortSignal) => Promise<ConnectionTest>) {
  const memory = createHealthMemory(null);
  const waits: number[] = [];
  let now = 0;
  const runner = createHealthRunner({
    test,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    now: () => now,
    readLast: () => memory.read(scope),
    writeLast: (results) => memory.write(scope, results),
  });
  return { runner, waits };
}

/** Resolves when no test runs. */
function ended({ state }: HealthRunner): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (state.get().phase === 'running') return;
      stop();
      setTimeout(resolve);
    };
    const stop = state.subscribe(look);
  });
}

async function run(runner: HealthRunner, chosen: readonly Connection[], listed = chosen, isWhole = true) {
  const end = ended(runner);
  runner.start(chosen, { connections: listed, isWhole });
  await end;
  return toHealthRows(listed, runner.state.get(), () => 'Apache Phoenix');
}

describe('tests of all connections', () => {
  it('run four at a time, and each connection is tested once', async () => {
    const tested: string[] = [];
    let open = 0;
    let most = 0;
    const { runner } = setUp(async (id) => {
      tested.push(id);
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
      return resultOf(id === 'c3' ? 'failed' : 'passed');
    });
    const rows = await run(runner, many);
    expect({ most, tested: tested.toSorted() }).toEqual({ most: 4, tested: many.map(({ id }) => id) });
    expect(describeResults(rows)).toBe('9 passed, 1 failed.');
    expect(rows[3]).toMatchObject({ reason: 'Adobe could not use the database.', change: '' });
  });

  it('wait as long as the service asks, and then test the same connection', async () => {
    let refused = 0;
    const { runner, waits } = setUp(async (id) => {
      if (id !== 'c0' || refused === 2) return resultOf('passed');
      refused += 1;
      return resultOf('unknown', refusal(429, { 'retry-after': '7' }));
    });
    const rows = await run(runner, many);
    expect(describeResults(rows)).toBe('10 passed.');
    expect(Math.max(...waits)).toBe(7000);
  });

  it('give up on a connection whose test is always refused', async () => {
    const { runner } = setUp(async (id) =>
      id === 'c0' ? resultOf('unknown', refusal(429, { 'retry-after': '1' })) : resultOf('passed'),
    );
    expect(describeResults(await run(runner, many))).toBe('9 passed, 1 could not be tested.');
  });

  it('stop when the credentials are rejected, because every test would be', async () => {
    let tests = 0;
    const { runner } = setUp(async () => {
      tests += 1;
      return resultOf('unknown', refusal(401));
    });
    const rows = await run(runner, many);
    expect(runner.state.get()).toMatchObject({ phase: 'stopped', error: { status: 401 } });
    expect(describeResults(rows)).toBe('10 not run.');
    expect(tests).toBeLessThanOrEqual(4);
  });

  it('end when they are canceled: nothing more is sent, and results stay', async () => {
    let tests = 0;
    const { runner } = setUp(async (_, signal) => {
      tests += 1;
      if (tests === 1) return resultOf('passed');
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    });
    const end = ended(runner);
    runner.start(many, { connections: many, isWhole: true });
    await new Promise((resolve) => setTimeout(resolve));
    runner.cancel();
    await end;
    expect(runner.state.get()).toMatchObject({ phase: 'canceled', tested: 1 });
    expect(tests).toBe(5);
  });
});

describe('what changed since the last time', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((id) => connectionOf(id));
  if (one === undefined || two === undefined || three === undefined) throw new Error('There are three.');

  it('is said for each connection: failed after it passed, new, and deleted', async () => {
    let failing = 'two';
    const { runner } = setUp(async (id) => resultOf(id === failing ? 'failed' : 'passed'));
    const first = await run(runner, [one, two]);
    expect(first.map(({ change }) => change)).toEqual(['', '']);
    failing = 'one';
    const second = await run(runner, [one, three]);
    expect(second.map(({ outcome, change }) => [outcome, change])).toEqual([
      ['failed', 'Passed before'],
      ['passed', 'New'],
      ['gone', 'Deleted (failed before)'],
    ]);
    failing = '';
    // Only the failed one is tested again. The others keep their results.
    const third = await run(runner, [one], [one, three]);
    expect(third.map(({ outcome, change }) => [outcome, change])).toEqual([
      ['passed', 'Failed before'],
      ['passed', 'New'],
      ['gone', 'Deleted (failed before)'],
    ]);
  });

  it('calls nothing deleted when the list is incomplete', async () => {
    const { runner } = setUp(async () => resultOf('passed'));
    await run(runner, [one, two]);
    const rows = await run(runner, [one], [one], false);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['passed']);
  });

  it('is remembered for each sandbox, without texts of errors', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    createHealthMemory(storage).write(scope, new Map([['one', { name: 'One', outcome: 'failed' }]]));
    const reloaded = createHealthMemory(storage);
    expect(reloaded.read(scope).get('one')).toEqual({ name: 'One', outcome: 'failed' });
    expect(reloaded.read({ ...scope, sandbox: 'dev' }).size).toBe(0);
  });
});

it('the copied table has one line for each connection, and no text that a spreadsheet would run', async () => {
  const { runner } = setUp(async () => resultOf('failed'));
  const names = ['=HYPERLINK("https://example.com")', 'a\tb\nc', '@x', '"Sales', '"=1+1"', '5" disks'];
  const rows = await run(
    runner,
    names.map((name, place) => connectionOf(`c${place}`, name)),
  );
  expect(
    toTableText(rows)
      .split('\n')
      .map((line) => line.split('\t')),
  ).toEqual([
    ['Name', 'Source', 'Result', 'Reason', 'Changed since last time', 'Connection ID'],
    [`'${names[0] ?? ''}`, 'Apache Phoenix', 'Failed', 'Adobe could not use the database.', '', 'c0'],
    ['a b c', 'Apache Phoenix', 'Failed', 'Adobe could not use the database.', '', 'c1'],
    [`'@x`, 'Apache Phoenix', 'Failed', 'Adobe could not use the database.', '', 'c2'],
    // A spreadsheet reads these as they were, and does not join them with the cells after them.
    ['"""Sales"', 'Apache Phoenix', 'Failed', 'Adobe could not use the database.', '', 'c3'],
    ['"""=1+1"""', 'Apache Phoenix', 'Failed', 'Adobe could not use the database.', '', 'c4'],
    ['5" disks', 'Apache Phoenix', 'Failed', 'Adobe could not use the database.', '', 'c5'],
  ]);
});
