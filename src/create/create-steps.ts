import type { QueryClient } from '@tanstack/react-query';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { IdempotencyKey } from '../flow-service/idempotency-key.ts';
import type { Access } from '../session/access.tsx';
import { listAllConnections } from '../api/all-connections.ts';
import { api } from '../api/api.ts';
import { scope } from '../api/queries.ts';
import { readRetryDelay, shouldRetryRead } from '../api/retry-policy.ts';
import { createWriteKey } from '../api/create-write-key.ts';
import { whenOnline } from '../api/when-online.ts';
import { secretsOf } from '../sources/secrets.ts';
import type { Attempt } from './attempt.ts';
import type { CreateTask } from './create-state.ts';
import { createOnce } from './create-once.ts';
import type { CreateSteps } from './creator.ts';
import { type KeptAnswer, type SearchDependencies, findCreated, wait } from './find-created.ts';

/** Counts the checks of this page, so that each reads its own list. */
let checks = 0;

/** The steps that create connections through the server of this page. */
export function toCreateSteps(queryClient: QueryClient): CreateSteps {
  return {
    createOnce,
    findCreated,
    toCreateDependencies: (task) => {
      checks += 1;
      return toCreateDependencies(queryClient, task, checks);
    },
    toSearchDependencies,
  };
}

function toCreateDependencies(
  queryClient: QueryClient,
  { access, source, request }: CreateTask,
  check: number,
): ReturnType<CreateSteps['toCreateDependencies']> {
  return {
    createKey: () => createWriteKey('createConnection'),
    // The cached list on Review may be outdated. Each check reads its own list, so that a canceled check does not end
    // the next one.
    list: (canceled) =>
      queryClient.fetchQuery({
        queryKey: [...scope(access), 'beforeCreate', check],
        queryFn: ({ signal: removed }) => {
          const signal = AbortSignal.any([removed, canceled]);
          return whenOnline(signal, () => listAllConnections(access, source.connectionSpec.id, signal));
        },
        staleTime: 0,
        gcTime: 0,
        // TanStack Query does not retry a query that is fetched manually unless this option is set.
        retry: shouldRetryRead,
        retryDelay: (failures) => readRetryDelay(failures),
      }),
    create: async (body, key) => {
      try {
        return await api(access).createConnection(body, key);
      } catch (error) {
        // A service error may quote a value that was sent to it, such as a secret.
        throw error instanceof FlowServiceError
          ? error.without(secretsOf(source, request.auth.params))
          : error;
      }
    },
    now: Date.now,
  };
}

function toSearchDependencies(access: Access, { key, specId }: Attempt): SearchDependencies {
  return {
    readAnswer: (signal) => readKeptAnswer(access, key, signal),
    list: (signal) => listAllConnections(access, specId, signal),
    wait,
    now: Date.now,
    random: Math.random,
  };
}

async function readKeptAnswer(access: Access, key: IdempotencyKey, signal: AbortSignal): Promise<KeptAnswer> {
  try {
    const receipt = await api(access).readCreateAttempt(key, signal);
    return { kind: 'created', receipt };
  } catch (error) {
    if (!(error instanceof FlowServiceError)) throw error;
    if (error.wasNotCarriedOut) return { kind: 'refused', error };
    // If the server answers, its answer says that the outcome is unknown. If it does not answer, it may do so
    // shortly.
    if (error.kind === 'network') throw error;
    return { kind: 'unknown' };
  }
}
