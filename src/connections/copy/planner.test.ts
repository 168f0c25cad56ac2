import { expect, it } from 'vitest';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { mysql } from '../../sources/catalog/mysql.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { chooseAuthMethod } from '../../sources/source.ts';
import { heldConnection } from '../../testing/create-fixture.ts';
import { describeExisting } from './copy-words.ts';
import { createPlanner } from './planner.ts';

const source = chooseAuthMethod(phoenix);
const { specName } = source.authMethod;

/** Counts how often the params or the names of connections are read. */
function createCounter() {
  let reads = 0;
  const watch = (connection: Connection): Connection =>
    new Proxy(connection, {
      get(target, field, receiver) {
        if (field === 'auth' || field === 'name') reads += 1;
        return Reflect.get(target, field, receiver);
      },
    });
  return {
    watch,
    take: () => {
      const taken = reads;
      reads = 0;
      return taken;
    },
  };
}

function phoenixAt(id: string, host: string) {
  const { params } = heldConnection({ params: { host } }).auth ?? {};
  return heldConnection({ id, name: `Name ${id}`, auth: { specName, params } });
}

function answer(connections: readonly Connection[]) {
  const data = { connections, unreadable: 0, hasMore: false, failure: null, total: null };
  return { data, error: null };
}

it('plans 500 connections in 38 sandboxes with a few reads of each connection, and again with none', () => {
  const counter = createCounter();
  const originals = Array.from({ length: 500 }, (_, place) => ({
    connection: counter.watch(phoenixAt(`o${place}`, `host-${place}.example`)),
    source,
  }));
  const sandboxes = Array.from({ length: 38 }, (_, number) => ({
    name: `team-${number}`,
    answer: answer(
      Array.from({ length: 12 }, (__, place) =>
        counter.watch(phoenixAt(`c${number}-${place}`, `host-${place}.example`)),
      ),
    ),
  }));
  const all = new Set(originals.map(({ connection }) => connection.id));
  const planIn = createPlanner(originals);
  const draw = (ids: ReadonlySet<string>) =>
    sandboxes.flatMap((sandbox) => planIn(sandbox.name, sandbox.answer, ids));
  const rows = draw(all);
  expect(rows.filter(({ existing }) => existing.kind === 'found')).toHaveLength(38 * 12);
  // Comparing each pair would read connections a quarter of a million times.
  expect(counter.take()).toBeLessThan(38 * (500 * 4 + 12 * 10));

  const fewer = draw(new Set([...all].slice(1)));
  expect(fewer).toHaveLength(38 * 499);
  expect(fewer.find(({ originalId }) => originalId === 'o7')).toBe(
    rows.find(({ originalId }) => originalId === 'o7'),
  );
  expect(counter.take()).toBe(0);
});

it('plans a sandbox again when its answer changes', () => {
  const originals = [{ connection: phoenixAt('o', 'one.example'), source }];
  const planIn = createPlanner(originals);
  const kinds = (of: Parameters<typeof planIn>[1]) =>
    planIn('dev', of, new Set(['o'])).map(({ existing }) => existing.kind);
  expect(kinds({ data: undefined, error: null })).toEqual(['loading']);
  expect(kinds({ data: undefined, error: new Error('refused') })).toEqual(['unreadable']);
  expect(kinds(answer([]))).toEqual(['none']);
  expect(kinds(answer([phoenixAt('x', 'one.example')]))).toEqual(['found']);
});

it('does not claim that no connection is similar when a connection string hides the database', () => {
  const hidden = chooseAuthMethod(mysql);
  const model = heldConnection({
    id: 'o',
    connectionSpec: mysql.connectionSpec,
    auth: { specName: hidden.authMethod.specName, params: {} },
  });
  const planIn = createPlanner([{ connection: model, source: hidden }]);
  const other = heldConnection({ id: 'x', name: 'Other', connectionSpec: mysql.connectionSpec });
  const [row] = planIn('dev', answer([other]), new Set(['o']));
  expect(row && describeExisting(row.existing)).toBe(
    'No connection with this name. Databases can’t be compared, because Adobe does not return the connection string.',
  );
});
