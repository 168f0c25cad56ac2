import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEmulatorFixture, phoenixRequest } from '../testing/emulator-fixture.ts';
import { scenarios } from '../emulator/scenarios/scenarios.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { type WireFault, createSoakServer, wireFaults } from '../testing/create-soak-server.ts';
import { createOnce } from './create-once.ts';
import { type CreateState, isUnderWay, unfinishedOf } from './create-state.ts';
import { createCreateStates, stateIn, unfinishedIn } from './create-states.ts';
import { type Created, createCreator } from './creator.ts';
import { findCreated } from './find-created.ts';

const runs = Number(process.env['SOAK_RUNS'] ?? 60);
const seed = Number(process.env['SOAK_SEED'] ?? 20_250_502);

const hosts = [
  phoenixRequest().auth.params['host'],
  ...scenarios.filter(({ reachedBy }) => reachedBy.field === 'Host').map(({ reachedBy }) => reachedBy.value),
];

/**
 * The actions of a user, the network and other users. An action that the page does not offer at that moment does
 * nothing.
 */
const actions = [
  'create',
  'create',
  'createAndReload',
  'search',
  'reload',
  'stop',
  'dismiss',
  'colleague',
  'colleagueElsewhere',
  'restart',
  'rest',
] as const;
type Action = (typeof actions)[number];

/**
 * Simulates a user of the wizard. The description contains the key of the request, so that the test knows who created
 * what.
 */
function openWizard(host: unknown, faults: readonly WireFault[], lag: number) {
  const fixture = createEmulatorFixture();
  const server = createSoakServer(fixture, faults, lag);
  const access = { credentials: null, sandbox: 'prod' };
  const scope = { sandbox: 'prod', organizationId: null };
  const request = phoenixRequest({ host, password: 'correct horse' }, { name: 'Soak' });
  let page = createCreateStates([]);
  const told = { created: [] as string[], safe: [] as string[], consents: 0 };
  const dependencies = {
    loadSteps: async () => ({
      createOnce,
      findCreated,
      toCreateDependencies: () => server.createDependencies,
      toSearchDependencies: server.toSearchDependencies,
    }),
    readClientId: () => fixture.credentials.apiKey,
  };
  const load = () =>
    createCreator(page, dependencies, {
      preparePage: async () => undefined,
      onCreated: async ({ receipt }: Created) => {
        told.created.push(receipt.id);
        return true;
      },
    });
  let creator = load();
  const state = (): CreateState => stateIn(page.get(), scope);
  /** Waits until the page state changes. Each wait advances the time of the service. */
  const settle = async () => {
    await server.until(() => !isUnderWay(state()) && state().status !== 'searching');
    const now = state();
    if (now.status === 'refused' && now.unfinished === null) told.safe.push(...server.takeSentKeys());
  };
  const reload = () => {
    // A closed page receives no more events. The next page knows only what is in the draft.
    page = createCreateStates(unfinishedIn(page.get()));
    creator = load();
  };
  const act = async (what: Action): Promise<void> => {
    switch (what) {
      case 'create':
      case 'createAndReload':
        if (state().status === 'searching') return;
        if (unfinishedOf(state()) !== null) told.consents += 1;
        creator.start({ access, source: phoenix, request });
        if (what === 'createAndReload') {
          await server.until(() => state().status !== 'checking');
          return reload();
        }
        return settle();
      case 'search':
        creator.search(access);
        return settle();
      case 'stop':
        creator.search(access);
        return creator.stopSearch(scope);
      case 'dismiss':
        return creator.dismiss(scope);
      case 'reload':
        return reload();
      case 'colleague':
        return server.createAsColleague(request, {});
      case 'colleagueElsewhere':
        return server.createAsColleague(request, { host: 'colleague.example' });
      case 'restart':
        return server.restart();
      case 'rest':
        return fixture.pass(3000);
    }
  };
  return { act, told, fixture, server };
}

it(`${runs} random runs: one connection for each click, and no false statement`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...hosts),
      fc.array(fc.constantFrom(...wireFaults), { maxLength: 6 }),
      fc.array(fc.constantFrom(...actions), { maxLength: 12 }),
      fc.constantFrom(0, 0, 4000),
      async (host, faults, done, lag) => {
        const { act, told, fixture, server } = openWizard(host, faults, lag);
        for (const what of done) {
          await act(what);
          if (told.created.length > 0) break;
        }
        // Let the service complete its pending requests.
        fixture.pass(60_000);
        const own = await server.listOwn();
        const falseWords = {
          duplicates: Math.max(0, own.length - 1 - told.consents),
          created: told.created.filter((id) => own.every((one) => one.id !== id)),
          safe: own.filter(({ key }) => told.safe.includes(key)),
        };
        expect(falseWords).toEqual({ duplicates: 0, created: [], safe: [] });
      },
    ),
    { numRuns: runs, seed },
  );
}, 600_000);
