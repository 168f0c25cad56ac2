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
import { leadsToSame } from '../find-same-target.ts';
import { isNotFound } from '../is-not-found.ts';
import { withSecrets } from '../with-secrets.ts';
import { OutdatedCopyError } from './copies.ts';
import { findExisting } from './find-existing.ts';
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
  /** The IDs of the copies in a sandbox that were created. */
  readonly readOwnIds: (sandbox: string) => ReadonlySet<string>;
  /** The create of the wizard in a sandbox whose outcome is unknown; null when there is none. */
  readonly findUnfinished: (access: Access) => Attempt | null;
}

/** The requests that create copies, each by the steps of every other create. */
export function createCopySteps(dependencies: CopyDependencies): CopySteps {
  const { queryClient, access, clientId, findOriginal, readSecrets, readOwnIds, findUnfinished } =
    dependencies;
  const steps = toCreateSteps(queryClient);
  const inSandbox = (sandbox: string): Access => ({ ...access, sandbox });
  const current = new Map<string, Connection>();
  /** The original as it is now. It is read once, for all sandboxes. */
  const readOriginal = async ({ source, connection }: Original, signal: AbortSignal) => {
    const { id } = connection;
    const now = current.get(id) ?? (await readOriginalNow(access, id, signal));
    // The secret that was entered is only for the target that the page showed.
    if (!leadsToSame(source, connection, now)) throw new OutdatedCopyError('targetChanged');
    current.set(id, now);
    return now;
  };
  return {
    async create({ originalId, name, sandbox, isOnly }, earlier, onSend, signal) {
      const original = findOriginal(originalId);
      if (original === undefined) throw new OutdatedCopyError('deleted');
      const { source } = original;
      const connection = { ...(await readOriginal(original, signal)), name };
      const there = inSandbox(sandbox);
      const answers = withSecrets(source, connection, readSecrets(originalId));
      const request = toConnectionRequest(source, sourceAnswersSchema(source).parse(answers));
      const context = {
        ...toScope(there),
        target: toTarget(source, request),
        clientId,
        earlier: earlier ?? findUnfinished(there),
      };
      const create = steps.toCreateDependencies({ access: there, source, request });
      return steps.createOnce(request, context, {
        ...create,
        list: async (canceled) => {
          const connections = await create.list(canceled);
          const own = readOwnIds(sandbox);
          const others = connections.filter(({ id }) => !own.has(id));
          // One that an earlier attempt may have created is found by that attempt.
          if (isOnly && context.earlier === null && findExisting(source, connection, others) !== null) {
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
      steps.findCreated(attempt, steps.toSearchDependencies(inSandbox(attempt.sandbox), attempt), signal),
    test: async (sandbox, id, signal) => {
      const { outcome } = await runTest(() => api(inSandbox(sandbox)).testConnection(id, signal), Date.now);
      return outcome;
    },
  };
}

async function readOriginalNow(access: Access, id: string, signal: AbortSignal): Promise<Connection> {
  return whenOnline(signal, () => api(access).getConnection(id, signal)).catch((error: unknown) => {
    throw isNotFound(error) ? new OutdatedCopyError('deleted') : error;
  });
}
