import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { runTest } from '../../api/connection-test.ts';
import { toScope, toTarget } from '../../create/attempt.ts';
import type { Attempt } from '../../create/attempt.ts';
import { toCreateSteps } from '../../create/create-steps.ts';
import type { Access } from '../../session/access.tsx';
import { sourceAnswersSchema } from '../../source-form/answers/source-answers.ts';
import { toConnectionRequest } from '../../source-form/answers/to-connection-request.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { withSecrets } from '../with-secrets.ts';
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
  /** The create of the wizard in a sandbox whose outcome is unknown; null when there is none. */
  readonly findUnfinished: (access: Access) => Attempt | null;
}

/** The requests that create copies, each by the steps of every other create. */
export function createCopySteps(dependencies: CopyDependencies): CopySteps {
  const { queryClient, access, clientId, findOriginal, readSecrets, findUnfinished } = dependencies;
  const steps = toCreateSteps(queryClient);
  const inSandbox = (sandbox: string): Access => ({ ...access, sandbox });
  return {
    async create({ originalId, sandbox }, earlier, onSend, signal) {
      const original = findOriginal(originalId);
      if (original === undefined) throw new Error('The connection that is copied cannot be read any more.');
      const { source, connection } = original;
      const there = inSandbox(sandbox);
      const answers = withSecrets(source, connection, readSecrets(originalId));
      const request = toConnectionRequest(source, sourceAnswersSchema(source).parse(answers));
      const context = {
        ...toScope(there),
        target: toTarget(source, request),
        clientId,
        earlier: earlier ?? findUnfinished(there),
      };
      return steps.createOnce(request, context, {
        ...steps.toCreateDependencies({ access: there, source, request }),
        preparePage: () => Promise.resolve(),
        signal,
        onSend,
      });
    },
    search: (attempt, signal) =>
      steps.findCreated(attempt, steps.toSearchDependencies(inSandbox(attempt.sandbox), attempt), signal),
    test: async (sandbox, id) => {
      const { outcome } = await runTest(() => api(inSandbox(sandbox)).testConnection(id), Date.now);
      return outcome;
    },
  };
}
