import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { whenOnline } from '../../api/when-online.ts';
import { runTest } from '../../api/connection-test.ts';
import { toScope, toTarget } from '../../create/attempt.ts';
import type { Attempt } from '../../create/attempt.ts';
import { toCreateSteps } from '../../create/create-steps.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { sourceAnswersSchema } from '../../source-form/answers/source-answers.ts';
import { toConnectionRequest } from '../../source-form/answers/to-connection-request.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import type { Source } from '../../sources/source.ts';
import { leadsToSame } from '../find-same-target.ts';
import { isNotFound } from '../is-not-found.ts';
import { withSecrets } from '../with-secrets.ts';
import { OutdatedCopyError } from './copies.ts';
import { findExisting } from './find-existing.ts';
import { inTurn } from './in-turn.ts';
import type { Original } from './originals.ts';
import type { CopySteps } from './run-copies.ts';

interface CopyDependencies {
  readonly queryClient: QueryClient;
  readonly access: Access;
  /** The client that sends the requests, or null when it is not known. */
  readonly clientId: string | null;
  readonly findOriginal: (id: string) => Original | undefined;
  /** The secrets of a connection by the names of its params, as the form holds them. */
  readonly readSecrets: (id: string) => SourceAnswers['params'];
  /** The IDs of the copies that were created in a sandbox. They are no reason to leave out another copy. */
  readonly readCreatedIds: (sandbox: string) => ReadonlySet<string>;
  /** The create of the wizard in a sandbox whose outcome is unknown; null when there is none. */
  readonly findUnfinished: (access: Access) => Attempt | null;
}

/** The requests that create copies, each by the steps of every other create. */
export function createCopySteps(dependencies: CopyDependencies): CopySteps {
  const { queryClient, access, findOriginal } = dependencies;
  const steps = toCreateSteps(queryClient);
  const readCurrent = createCurrentReader(access);
  return {
    inTurn: (sandbox, onWait, signal, run) =>
      inTurn(toScope(inSandbox(access, sandbox)), onWait, signal, run),
    async create(copy, earlier, onSend, signal) {
      const original = findOriginal(copy.originalId);
      if (original === undefined) throw new OutdatedCopyError('deleted');
      const { source } = original;
      const connection = { ...(await readCurrent(original, signal)), name: copy.name };
      const target = inSandbox(access, copy.sandbox);
      const request = toCopyRequest(source, connection, dependencies.readSecrets(copy.originalId));
      const context = {
        ...toScope(target),
        target: toTarget(source, request),
        clientId: dependencies.clientId,
        earlier: earlier ?? dependencies.findUnfinished(target),
      };
      const create = steps.toCreateDependencies({ access: target, source, request });
      return steps.createOnce(request, context, {
        ...create,
        list: async (canceled) => {
          const connections = await create.list(canceled);
          // A connection that an earlier attempt may have created is similar. The create itself recognizes it.
          if (copy.isOnly && context.earlier === null) {
            const createdIds = dependencies.readCreatedIds(copy.sandbox);
            const others = connections.filter(({ id }) => !createdIds.has(id));
            if (findExisting(source, connection, others) !== null)
              throw new OutdatedCopyError('similarExists');
          }
          return connections;
        },
        preparePage: () => Promise.resolve(),
        signal,
        onSend,
      });
    },
    search: (attempt, signal) =>
      steps.findCreated(
        attempt,
        steps.toSearchDependencies(inSandbox(access, attempt.sandbox), attempt),
        signal,
      ),
    test: async (sandbox, id, signal) => {
      const client = api(inSandbox(access, sandbox));
      const { outcome } = await runTest(() => client.testConnection(id, signal), Date.now);
      return outcome;
    },
  };
}

/** Returns a function that reads an original as it is now: once, for all sandboxes. */
function createCurrentReader(access: Access) {
  const read = new Map<string, Connection>();
  return async ({ source, connection }: Original, signal: AbortSignal): Promise<Connection> => {
    const { id } = connection;
    const current = read.get(id) ?? (await readConnection(access, id, signal));
    // The secret that was entered is only for the target that the page showed.
    if (!leadsToSame(source, connection, current)) throw new OutdatedCopyError('targetChanged');
    read.set(id, current);
    return current;
  };
}

async function readConnection(access: Access, id: string, signal: AbortSignal): Promise<Connection> {
  return whenOnline(signal, () => api(access).getConnection(id, signal)).catch((error: unknown) => {
    throw isNotFound(error) ? new OutdatedCopyError('deleted') : error;
  });
}

function toCopyRequest(source: Source, connection: Connection, secrets: SourceAnswers['params']) {
  const answers = withSecrets(source, connection, secrets);
  return toConnectionRequest(source, sourceAnswersSchema(source).parse(answers));
}

function inSandbox(access: Access, sandbox: string): Access {
  return { ...access, sandbox };
}
