import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEmulatorFixture, phoenixRequest } from '../emulator/emulator-fixture.ts';
import { scenarios } from '../emulator/scenarios.ts';
import type { Connection } from '../flow-service/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { phoenix } from '../sources/phoenix.ts';
import type { Attempt } from './attempt.ts';
import { createOnce } from './create-once.ts';
import { findCreated } from './find-created.ts';
import { hasSameTarget } from './find-twins.ts';

const runs = Number(process.env['SOAK_RUNS'] ?? 100);
const seed = Number(process.env['SOAK_SEED'] ?? 20_250_502);

const hosts = [
  phoenixRequest().auth.params['host'],
  ...scenarios.filter(({ reachedBy }) => reachedBy.field === 'Host').map(({ reachedBy }) => reachedBy.value),
];

/** What a person can do: the wizard offers the first two while no outcome is open or it was dropped, and the others while one is. */
const actions = [
  'create',
  'createAndReload',
  'look',
  'lookAndReload',
  'tryAgain',
  'leaveIt',
  'rest',
] as const;
type Action = (typeof actions)[number];

/** A person before the wizard, and a service whose time passes while something is waited for. */
function sitDown(host: unknown) {
  const fixture = createEmulatorFixture();
  let tokens = 0;
  // A new token each time, for the scenario that refuses the one before.
  const client = () => {
    tokens += 1;
    return fixture.clientAs({ accessToken: `header.${tokens}.signature` });
  };
  const request = phoenixRequest({ host, password: 'correct horse' }, { name: 'Soak' });
  const list = async (signal?: AbortSignal) => {
    const filters = [`connectionSpec.id==${phoenix.connectionSpec.id}`];
    return (await client().listConnections('prod', { filters, limit: 100 }, signal)).connections;
  };
  const state = { attempt: null as Attempt | null, shown: null as string | null, consents: 0 };

  /** Waits for what takes the service's time, which passes meanwhile. */
  async function settle<Result>(work: Promise<Result>): Promise<Result> {
    const clock = setInterval(() => fixture.pass(250));
    try {
      return await work;
    } finally {
      clearInterval(clock);
    }
  }

  async function create(isReloaded: boolean): Promise<void> {
    const means = {
      list,
      create: (body: ConnectionRequest) => client().createConnection('prod', body),
      isSameTarget: (connection: Connection) => hasSameTarget(phoenix, request, connection),
      now: () => 0,
    };
    let isPageLeft = false;
    const onAttempt = (latest: Attempt | null) => {
      // A page that was reloaded remembers nothing more.
      if (!isPageLeft) state.attempt = latest;
      isPageLeft ||= isReloaded && latest !== null;
    };
    const memory = { former: state.attempt, onAttempt, onStage: () => undefined };
    const place = { sandbox: 'prod', organizationId: null };
    const outcome = await settle(createOnce(request, place, means, memory).catch(() => null));
    if (isPageLeft || outcome?.kind !== 'created') return;
    state.attempt = null;
    state.shown = outcome.receipt.id;
  }

  async function look(isReloaded: boolean): Promise<void> {
    if (state.attempt === null) return;
    const wait = async (milliseconds: number) => fixture.pass(milliseconds);
    const found = await settle(
      findCreated(state.attempt, { list, wait, now: fixture.now }, new AbortController().signal),
    );
    if (found === null || isReloaded) return;
    state.attempt = null;
    state.shown = found.id;
  }

  /** Whoever creates with an attempt open does so after the warning that it could make a second one. */
  async function consent(): Promise<void> {
    if (state.attempt === null) return;
    // Where what was sent before is there by now, it is taken and nothing is sent.
    const { knownIds } = state.attempt;
    if ((await list()).every(({ id }) => knownIds.includes(id))) state.consents += 1;
  }

  return {
    state,
    list,
    pass: fixture.pass,
    act: async (what: Action): Promise<void> => {
      const isOpen = state.attempt !== null && state.attempt.fate !== 'dropped';
      if (what === 'rest') fixture.pass(3000);
      else if (!isOpen && (what === 'create' || what === 'createAndReload')) {
        await consent();
        await create(what === 'createAndReload');
      } else if (isOpen && what === 'look') await look(false);
      else if (isOpen && what === 'lookAndReload') await look(true);
      else if (isOpen && what === 'tryAgain') {
        await consent();
        await create(false);
      } else if (isOpen && what === 'leaveIt' && state.attempt !== null) {
        state.attempt = { ...state.attempt, fate: 'dropped' };
      }
    },
  };
}

it(`${runs} random runs: one connection for one intent, unless another one was asked for after the warning`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...hosts),
      fc.array(fc.constantFrom(...actions), { maxLength: 15 }),
      async (host, done) => {
        const { act, state, list, pass } = sitDown(host);
        for (const what of done) {
          await act(what);
          if (state.shown !== null) break;
        }
        // Whatever the service still has to carry out.
        pass(60_000);
        const held = await list();
        expect(held.length).toBeLessThanOrEqual(1 + state.consents);
        expect(held.map(({ id }) => id)).toEqual(
          expect.arrayContaining(state.shown === null ? [] : [state.shown]),
        );
      },
    ),
    { numRuns: runs, seed },
  );
}, 60_000);
