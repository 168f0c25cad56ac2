import type { Connection } from '../flow-service/schemas/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { IdempotencyKey } from '../flow-service/idempotency-key.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import type { Attempt } from '../create/attempt.ts';
import type { KeptAnswer, SearchDependencies } from '../create/find-created.ts';
import type { EmulatorFixture } from './emulator-fixture.ts';

/** Faults that can affect a create between the page and its server. */
export const wireFaults = ['none', 'requestLost', 'answerLost', 'sentTwice', 'restartAfter'] as const;
export type WireFault = (typeof wireFaults)[number];

/**
 * The page's server with a faulty connection. It carries out each key once, keeps the outcome until it restarts, and
 * returns lists that are `lag` milliseconds old.
 */
export function createSoakServer(fixture: EmulatorFixture, faults: readonly WireFault[], lag: number) {
  const due = [...faults];
  const kept = new Map<string, Promise<KeptAnswer>>();
  const lists: { readonly at: number; readonly held: readonly Connection[] }[] = [];
  let sentKeys: string[] = [];
  let starts = 0;
  let keys = 0;
  let tokens = 0;
  const client = (apiKey?: string) => {
    tokens += 1;
    // A new token each time, for the scenario that refuses the previous one.
    return fixture.clientAs({
      accessToken: `header.${tokens}.signature`,
      ...(apiKey !== undefined && { apiKey }),
    });
  };
  const broken = () => FlowServiceError.fromNetwork('createConnection', null, null);
  const listNow = async () => {
    const filters = [`connectionSpec.id==${phoenix.connectionSpec.id}`];
    return (await client().listConnections('prod', { filters, limit: 100 })).connections;
  };
  /** The newest list that is old enough. */
  const list = async () => {
    lists.push({ at: fixture.now(), held: await listNow() });
    return lists.findLast(({ at }) => at <= fixture.now() - lag)?.held ?? [];
  };

  /** Carries out a request once, whichever caller asks for its outcome. */
  function carryOut(request: ConnectionRequest, key: string): Promise<KeptAnswer> {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const outcome = client()
      .createConnection('prod', { ...request, description: key })
      .then(
        (receipt): KeptAnswer => ({ kind: 'created', receipt }),
        (error: FlowServiceError): KeptAnswer =>
          error.wasNotCarriedOut ? { kind: 'refused', error } : { kind: 'unknown' },
      );
    kept.set(key, outcome);
    return outcome;
  }

  function restart(): void {
    starts += 1;
    kept.clear();
  }

  async function create(request: ConnectionRequest, key: IdempotencyKey) {
    sentKeys.push(key);
    const fault = due.shift() ?? 'none';
    if (fault === 'requestLost') throw broken();
    const outcome = await carryOut(request, key);
    // The browser sends the request again, as it does when a connection breaks.
    if (fault === 'sentTwice') await carryOut(request, key);
    if (fault === 'restartAfter') restart();
    if (fault === 'answerLost' || fault === 'restartAfter' || outcome.kind === 'unknown') throw broken();
    if (outcome.kind === 'refused') throw outcome.error;
    return outcome.receipt;
  }

  return {
    createDependencies: {
      createKey: async (): Promise<IdempotencyKey> => {
        keys += 1;
        return `start${starts}.key${keys}`;
      },
      list,
      create,
      now: fixture.now,
    },
    toSearchDependencies: (_: unknown, { key }: Attempt): SearchDependencies => ({
      readAnswer: async () => {
        if (!key.startsWith(`start${starts}.`)) return { kind: 'unknown' };
        // Asking for an unknown key closes it.
        const closed: KeptAnswer = { kind: 'refused', error: broken() };
        const outcome = kept.get(key) ?? Promise.resolve(closed);
        kept.set(key, outcome);
        return outcome;
      },
      list,
      wait: async (milliseconds) => fixture.pass(milliseconds),
      now: fixture.now,
      random: () => 0.5,
    }),
    restart,
    createAsColleague: async (request: ConnectionRequest, params: Readonly<Record<string, unknown>>) => {
      const auth = { ...request.auth, params: { ...request.auth.params, host: 'db.example', ...params } };
      const body = { ...request, auth, description: 'colleague' };
      await client('colleague').createConnection('prod', body);
    },
    /** The keys that were sent since the last call. */
    takeSentKeys: (): readonly string[] => {
      const taken = sentKeys;
      sentKeys = [];
      return taken;
    },
    /** The connections that the page's own requests created, by their keys. */
    listOwn: async () =>
      (await listNow())
        .filter(({ description }) => description !== 'colleague')
        .map(({ id, description }) => ({ id, key: description ?? '' })),
    /** Advances the service's time until the condition is true. */
    until: async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) {
        await new Promise((resolve) => setTimeout(resolve));
        fixture.pass(250);
      }
    },
  };
}
