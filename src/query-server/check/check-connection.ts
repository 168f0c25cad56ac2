import { setTimeout as wait } from 'node:timers/promises';
import {
  type CheckEvent,
  type CheckRequest,
  type CheckStage,
  checkStages,
} from '../../flow-service/schemas/connection-check.ts';
import { toHostName } from '../dial/host-name.ts';
import { type QueryServerClient, openOver } from '../query-server-client.ts';
import { QueryServerError } from '../query-server-error.ts';
import { checkEncryption } from './check-encryption.ts';
import { checkPath, checkSignIn, probe } from './check-http.ts';
import type { CheckRoute } from './check-route.ts';
import { createVisit } from './check-visit.ts';
import { StageFailed, type StageLimits, type StageNotes, runStage } from './run-stage.ts';

export interface CheckOptions {
  readonly route: CheckRoute;
  /** Ends the check and all of its connections. No more events follow. */
  readonly signal: AbortSignal;
  readonly limits?: CheckLimits;
}

/** In milliseconds. */
export interface CheckLimits {
  readonly stage: number;
  readonly whole: number;
}

const usualLimits: CheckLimits = { stage: 5000, whole: 20_000 };

/** Checks each hop on the way to the tables, and stops at the first failure. */
export async function* checkConnection(
  request: CheckRequest,
  { route, signal, limits = usualLimits }: CheckOptions,
): AsyncGenerator<CheckEvent> {
  const start = performance.now();
  const { stage, whole } = limits;
  const stageTimeout = Math.min(stage, route.stageTimeout ?? stage);
  const stageLimits: StageLimits = { signal, stageTimeout, deadline: start + whole };
  yield { type: 'started', isSample: route.isSample };
  try {
    yield* passStages({ ...request, host: toHostName(request.host) }, route, stageLimits);
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof StageFailed)) throw error;
    yield* untestedAfter(error.stage, 'skipped');
  }
  yield { type: 'finished', milliseconds: Math.round(performance.now() - start) };
}

async function* passStages(
  request: CheckRequest,
  route: CheckRoute,
  limits: StageLimits,
): AsyncGenerator<CheckEvent> {
  const { signal, stageTimeout: timeout } = limits;
  const run = <Value>(stage: CheckStage, work: (notes: StageNotes) => Promise<Value>) =>
    runStage(stage, limits, work);

  const host = yield* run('hostName', async ({ facts }) => {
    // Everything else would be looked up too, or could end the line of the Host header.
    if (!/^[\w.:-]+$/.test(request.host)) throw new QueryServerError('hostName', 'hostUnknown');
    const resolved = await route.resolve(request.host, signal);
    if (resolved.addresses !== null) facts.addresses = [...resolved.addresses];
    return resolved;
  });
  const visit = createVisit(request, host, { ca: route.ca, timeout, signal });
  try {
    yield* run('network', async ({ facts }) => {
      const socket = await visit.openSocket();
      if (socket.remoteAddress !== undefined) facts.address = socket.remoteAddress;
      socket.destroy();
    });
    const early = yield* run('encryption', (notes) => checkEncryption(request, visit, notes));
    if (request.protocol === 'none' || request.isEncrypted === null) {
      return yield* untestedAfter('encryption', 'notTestable');
    }
    const answers = yield* run('httpPath', async (notes) =>
      checkPath(visit, await (early?.answer ?? probe(visit)), notes),
    );
    const { isSignedIn, otherServer } = yield* run('signIn', async (notes) => ({
      otherServer: await checkSignIn(visit, answers, notes),
      isSignedIn: notes.state === 'passed',
    }));
    if (otherServer !== null) yield* run('queryServer', () => Promise.reject(otherServer));
    if (!isSignedIn) return yield* untestedAfter('signIn', 'notTestable');
    const client = yield* run('queryServer', async ({ facts }) => {
      const opened = await openOver(visit.transport);
      facts.product = await opened.readProduct();
      return opened;
    });
    yield* run('tables', async ({ facts }) => {
      facts.tables = (await client.listTables()).length;
    });
    await leave(client, limits);
  } finally {
    visit.close();
  }
}

/** How long to wait until the server has closed the connection, in milliseconds. It would expire later anyway. */
const leaveTimeout = 1000;

async function leave(client: QueryServerClient, { signal, deadline }: StageLimits): Promise<void> {
  const limit = Math.max(0, Math.min(leaveTimeout, deadline - performance.now()));
  await Promise.race([client.close().catch(() => undefined), wait(limit, undefined, { ref: false })]);
  signal.throwIfAborted();
}

function* untestedAfter(stage: CheckStage, state: 'skipped' | 'notTestable'): Generator<CheckEvent> {
  for (const later of checkStages.slice(checkStages.indexOf(stage) + 1)) {
    yield { type: 'result', stage: later, state, milliseconds: 0, facts: {}, warnings: [], reason: null };
  }
}
