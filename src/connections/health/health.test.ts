import { describe, expect, it, vi } from 'vitest';
import type { ConnectionTest, TestOutcome } from '../../api/connection-test.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { phoenixRequest } from '../../testing/emulator-fixture.ts';
import { createMemoryStorage } from '../../testing/memory-storage.ts';
import { createHealthMemory } from './health-memory.ts';
import { type Chosen, type HealthRunner, createHealthRunner } from './health-runner.ts';
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

function refusal(status: number): FlowServiceError {
  return FlowServiceError.fromAnswer('testConnection', new Response('{}', { status }), '{}');
}

function setUp(test: (id: string, signal: AbortSignal) => Promise<ConnectionTest>) {
  const memory = createHealthMemory(null);
  const service = { connections: many, isWhole: true, isAway: false };
  const runner = createHealthRunner({
    list: async () => {
      if (service.isAway) throw new Error('away');
      return service;
    },
    test,
    wait: async () => undefined,
    now: () => 0,
    readLast: () => memory.read(scope),
    writeLast: (results) => memory.write(scope, results),
  });
  return { runner, service };
}

/** Resolves when no test runs. */
function ended({ state }: HealthRunner): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (['listing', 'running'].includes(state.get().phase)) return;
      stop();
      setTimeout(resolve);
    };
    const stop = state.subscribe(look);
  });
}

type Given = ReturnType<typeof setUp>;

/** Tests connections of the sandbox, which has these now. */
async function run(
  { runner, service }: Pick<Given, 'runner' | 'service'>,
  connections = service.connections,
  chosen: Chosen = 'all',
) {
  service.connections = connections;
  const end = ended(runner);
  runner.start(chosen);
  await end;
  return toHealthRows(service.connections, runner.state.get(), () => 'Apache Phoenix');
}

describe('tests of all connections', () => {
  it('leave out temporary connections, which are not shown as deleted', async () => {
    const given = setUp(async () => resultOf('failed'));
    const name = 'Trial of a new password for Sales, can be deleted (123)';
    await run(given, [connectionOf('sales'), connectionOf('trial')]);
    await run(given, [connectionOf('sales'), connectionOf('trial', name)]);
    expect(given.runner.state.get()).toMatchObject({ ids: ['sales'], gone: [] });
  });

  it.each([401, 403])(
    'stop at the first %i, because every test would be refused, and can be continued',
    async (status) => {
      let isRefused = true;
      const tested: string[] = [];
      const given = setUp(async (id) => {
        tested.push(id);
        return isRefused ? resultOf('unknown', refusal(status)) : resultOf('passed');
      });
      const rows = await run(given);
      expect(given.runner.state.get()).toMatchObject({ phase: 'stopped', error: { status } });
      expect(describeResults(rows)).toBe('10 not tested.');
      expect(tested.length).toBeLessThanOrEqual(4);
      isRefused = false;
      expect(describeResults(await run(given, many, 'rest'))).toBe('10 passed.');
      expect(given.runner.state.get()).toMatchObject({ phase: 'done', error: null });
    },
  );

  it('keep the results of tests that were running when the credentials were rejected, for the next time, too', async () => {
    const answers = new Map<string, (test: ConnectionTest) => void>();
    let isHeld = true;
    const given = setUp(async (id) => {
      if (!isHeld) return resultOf('failed');
      return new Promise((resolve) => {
        answers.set(id, resolve);
      });
    });
    const end = run(given);
    await vi.waitFor(() => expect(answers.size).toBe(4));
    answers.get('c1')?.(resultOf('unknown', refusal(401)));
    // The answers of the others come later.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(given.runner.state.get().phase).toBe('running');
    for (const id of ['c0', 'c2', 'c3']) answers.get(id)?.(resultOf('passed'));
    expect(describeResults(await end)).toBe('3 passed, 7 not tested.');
    expect(answers.size).toBe(4);
    isHeld = false;
    const rows = await run(given);
    expect(rows.slice(0, 5).map(({ change }) => change)).toEqual([
      'Passed before',
      'Not tested before',
      'Passed before',
      'Passed before',
      'Not tested before',
    ]);
  });

  it('continue behind a connection that the caller may not test, with the results as they were', async () => {
    const tested: string[] = [];
    const given = setUp(async (id) => {
      tested.push(id);
      return id === 'c0' ? resultOf('unknown', refusal(403)) : resultOf('passed');
    });
    expect(describeResults(await run(given))).toBe('3 passed, 7 not tested.');
    const rows = await run(given, many, 'rest');
    expect(describeResults(rows)).toBe('9 passed, 1 unknown.');
    // It is no different from a run that was not interrupted.
    expect(rows.map(({ change }) => change)).toEqual(many.map(() => ''));
    expect(tested.filter((id) => id === 'c1')).toHaveLength(1);
  });

  it('read the list each time: a new connection is tested, and a deleted one is not', async () => {
    const tested: string[] = [];
    const given = setUp(async (id) => {
      tested.push(id);
      return resultOf('passed');
    });
    await run(given, many.slice(0, 2));
    expect(tested.splice(0)).toEqual(['c0', 'c1']);
    const rows = await run(given, many.slice(1, 3));
    expect(tested).toEqual(['c1', 'c2']);
    expect(rows.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['c1', 'passed'],
      ['c2', 'passed'],
      ['c0', 'gone'],
    ]);
  });

  it('do not start while the list cannot be read, and keep the results', async () => {
    const given = setUp(async () => resultOf('passed'));
    await run(given);
    given.service.isAway = true;
    expect(describeResults(await run(given))).toBe('10 passed.');
    expect(given.runner.state.get().phase).toBe('notListed');
  });

  it('end when they are canceled: nothing more is sent, and results are kept', async () => {
    let tests = 0;
    const { runner } = setUp(async (_, signal) => {
      tests += 1;
      if (tests === 1) return resultOf('passed');
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    });
    const end = ended(runner);
    runner.start('all');
    await vi.waitFor(() => expect(tests).toBe(5));
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
    const given = setUp(async (id) => resultOf(id === failing ? 'failed' : 'passed'));
    const first = await run(given, [one, two]);
    expect(first.map(({ change }) => change)).toEqual(['', '']);
    failing = 'one';
    const second = await run(given, [one, three]);
    expect(second.map(({ outcome, change }) => [outcome, change])).toEqual([
      ['failed', 'Passed before'],
      ['passed', 'New'],
      ['gone', 'Deleted (failed before)'],
    ]);
    failing = '';
    // Only the failed one is tested again. The others keep their results.
    const third = await run(given, [one, three], 'failed');
    expect(third.map(({ outcome, change }) => [outcome, change])).toEqual([
      ['passed', 'Failed before'],
      ['passed', 'New'],
      ['gone', 'Deleted (failed before)'],
    ]);
  });

  it('calls nothing deleted when the list is incomplete', async () => {
    const given = setUp(async () => resultOf('passed'));
    await run(given, [one, two]);
    given.service.isWhole = false;
    const rows = await run(given, [one]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['passed']);
  });

  it('is remembered for each sandbox, without texts of errors', () => {
    const storage = createMemoryStorage();
    createHealthMemory(storage).write(scope, new Map([['one', { name: 'One', outcome: 'failed' }]]));
    const reloaded = createHealthMemory(storage);
    expect(reloaded.read(scope).get('one')).toEqual({ name: 'One', outcome: 'failed' });
    expect(reloaded.read({ ...scope, sandbox: 'dev' }).size).toBe(0);
  });
});

it('the copied table has one line for each connection, and no text that a spreadsheet would run', async () => {
  const given = setUp(async () => resultOf('failed'));
  const names = ['=HYPERLINK("https://example.com")', 'a\tb\nc', '@x', '"Sales', '"=1+1"', '5" disks'];
  const rows = await run(
    given,
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
