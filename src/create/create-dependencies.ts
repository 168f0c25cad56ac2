import type { QueryClient } from '@tanstack/react-query';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { IdempotencyKey } from '../flow-service/idempotency-key.ts';
import type { Access } from '../session/access.tsx';
import { listAllConnections } from '../api/all-connections.ts';
import { api } from '../api/api.ts';
import { scope } from '../api/queries.ts';
import { readRetryDelay, shouldRetryRead } from '../api/retry-policy.ts';
import { createWriteKey } from '../api/create-write-key.ts';
import { secretsOf } from '../sources/secrets.ts';
import type { Attempt } from './attempt.ts';
import type { CreateTask } from './create-state.ts';
import type { CreatorDependencies } from './creator.ts';
import { type KeptAnswer, type SearchDependencies, wait } from './find-created.ts';

/** Creating by way of this page's server. `ownClientId`: the client of the server's credentials, if it has some. */
export function toCreatorDependencies(
  queryClient: QueryClient,
  ownClientId: string | null,
): CreatorDependencies {
  let checks = 0;
  return {
    toCreateDependencies: (task) => {
      checks += 1;
      return toCreateDependencies(queryClient, task, checks);
    },
    toSearchDependencies,
    readClientId: ({ credentials }) => credentials?.apiKey ?? ownClientId,
  };
}

function toCreateDependencies(
  queryClient: QueryClient,
  { access, source, request }: CreateTask,
  check: number,
): ReturnType<CreatorDependencies['toCreateDependencies']> {
  return {
    createKey: () => createWriteKey('createConnection'),
    // Not the list on Review, which may be an older one; and each check has a list to itself, so that a check that
    // was canceled does not end the next one.
    list: (canceled) =>
      queryClient.fetchQuery({
        queryKey: [...scope(access), 'beforeCreate', check],
        queryFn: ({ signal }) =>
          listAllConnections(access, source.connectionSpec.id, AbortSignal.any([signal, canceled])),
        staleTime: 0,
        gcTime: 0,
        // A query that is fetched by hand is not repeated unless told to.
        retry: shouldRetryRead,
        retryDelay: (failures) => readRetryDelay(failures),
      }),
    create: async (body, key) => {
      try {
        return await api(access).createConnection(body, key);
      } catch (error) {
        // A provider may quote what it was given.
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
    // An answer to the question itself says that the outcome is not known; no answer may be one in a moment.
    if (error.kind === 'network') throw error;
    return { kind: 'unknown' };
  }
}
