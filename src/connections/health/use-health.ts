import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api/api.ts';
import { isComplete } from '../../api/all-connections.ts';
import { credentialsKey } from '../../api/credentials-key.ts';
import { connectionTestQuery, runTest } from '../../api/connection-test.ts';
import { readableConnectionsQuery } from '../../api/readable-connections.ts';
import { toScope, toScopeKey } from '../../create/attempt.ts';
import { wait } from '../../create/find-created.ts';
import type { Access } from '../../session/access.tsx';
import { readTabStorage } from '../../session/tab-storage.ts';
import { createHealthMemory } from './health-memory.ts';
import { type HealthRunner, createHealthRunner } from './health-runner.ts';

/** It is stored outside the page, because the results of the last time are those of another visit. */
const memory = createHealthMemory(readTabStorage());

interface StoppedTests {
  readonly runner: HealthRunner;
  /** Continues with other credentials. */
  readonly setAccess: (access: Access) => void;
}

/** The tests that an error stopped, by their sandbox. They continue after the user has changed the credentials. */
const stopped = new Map<string, StoppedTests>();

/** The tests of one page. Leaving the page cancels them. */
export function useHealth(access: Access): HealthRunner {
  const queryClient = useQueryClient();
  const key = toScopeKey(toScope(access));
  const [tests] = useState(() => {
    const found = stopped.get(key) ?? createTests(access, queryClient);
    found.setAccess(access);
    return found;
  });
  const { runner } = tests;
  useEffect(() => {
    stopped.delete(key);
    return () => {
      runner.cancel();
      if (runner.state.get().phase === 'stopped') stopped.set(key, tests);
    };
  }, [key, runner, tests]);
  return runner;
}

function createTests(first: Access, queryClient: QueryClient): StoppedTests {
  let access = first;
  const scope = toScope(first);
  const runner = createHealthRunner({
    list: async () => {
      // The page shows the same list, and its error.
      const all = await queryClient.fetchQuery({ ...readableConnectionsQuery(access), staleTime: 0 });
      return { connections: all.connections, isWhole: isComplete(all) };
    },
    test: async (id, signal) => {
      const test = await runTest(() => api(access).testConnection(id, signal), Date.now);
      // The list and the page of the connection show the same result while they show the same version.
      const listed = queryClient.getQueryData(readableConnectionsQuery(access).queryKey);
      const version = listed?.connections.find((connection) => connection.id === id);
      if (version !== undefined && !signal.aborted) {
        queryClient.setQueryData(connectionTestQuery(access, version).queryKey, test);
      }
      return test;
    },
    wait,
    now: Date.now,
    readLast: () => memory.read(scope),
    writeLast: (results) => memory.write(scope, results),
  });
  return {
    runner,
    setAccess: (next) => {
      const isChanged = credentialsKey(access.credentials) !== credentialsKey(next.credentials);
      access = next;
      // The error concerns the credentials from before.
      if (isChanged) runner.state.set({ ...runner.state.get(), error: null });
    },
  };
}
