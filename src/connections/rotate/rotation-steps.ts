import { type Api, api } from '../../api/api.ts';
import { listAllConnections } from '../../api/all-connections.ts';
import { runTest } from '../../api/connection-test.ts';
import { createWriteKey } from '../../api/create-write-key.ts';
import { toScope, toTarget } from '../../create/attempt.ts';
import { createOnce } from '../../create/create-once.ts';
import { wait } from '../../create/find-created.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { toPatch } from '../../source-form/answers/edit-connection.ts';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
import { type SourceAnswers, sourceAnswersSchema } from '../../source-form/answers/source-answers.ts';
import { toConnectionRequest } from '../../source-form/answers/to-connection-request.ts';
import { secretParams, secretsOf } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { leadsToSame } from '../find-same-target.ts';
import { withSecrets } from '../with-secrets.ts';
import type { RotationSteps } from './run-rotation.ts';

/** Milliseconds to wait before each search for a temporary connection whose answer was lost. */
const searches = [1000, 3000, 8000];

/**
 * The requests of a rotation.
 * @param model A connection whose values the temporary one has.
 * @param readSecrets The params with the secret, as the form holds them.
 */
export function createRotationSteps(
  access: Access,
  source: Source,
  model: Connection,
  readSecrets: () => SourceAnswers['params'],
): RotationSteps {
  const client = api(access);
  const hide = (error: FlowServiceError) => error.without(secretsOf(source, readSecrets()));
  return {
    async createTrial(name) {
      // Leaving the page does not cancel it, because its outcome must be known.
      const { signal } = new AbortController();
      const answers = sourceAnswersSchema(source).parse({
        ...withSecrets(source, model, readSecrets()),
        name,
        description: '',
      });
      const request = toConnectionRequest(source, answers);
      const context = {
        ...toScope(access),
        target: toTarget(source, request),
        clientId: null,
        earlier: null,
      };
      const outcome = await createOnce(request, context, {
        createKey: () => createWriteKey('createConnection'),
        list: () => listAllConnections(access, source.connectionSpec.id),
        signal,
        preparePage: () => Promise.resolve(),
        onSend: () => undefined,
        create: client.createConnection,
        now: Date.now,
      }).catch((error: unknown) => {
        throw error instanceof FlowServiceError ? hide(error) : error;
      });
      if (outcome.kind === 'created') return outcome.receipt.id;
      for (const milliseconds of searches) {
        await wait(milliseconds, signal);
        const id = await findTrial(access, source, name);
        if (id !== null) return id;
      }
      return null;
    },
    deleteTrial: (id) => deleteTrial(client, id),
    async test(id) {
      const { outcome, error } = await runTest(() => client.testConnection(id), Date.now);
      return { outcome, error: error && hide(error) };
    },
    async change(id) {
      const before = await readOrNull(client, id);
      if (before === null) return 'deleted';
      if (!leadsToSame(source, model, before)) return 'targetChanged';
      const secrets = readSecrets();
      // A form that was left while the connection was read has no secret any more, and nothing would be written.
      if (secretParams(source).every(({ name }) => (secrets[name] ?? '') === '')) return 'interrupted';
      const operations = toPatch(
        source,
        onlyParams(fromConnection(source, before)),
        onlyParams(withSecrets(source, before, secrets)),
      );
      try {
        const { etag } = await client.updateConnection(id, before.etag, operations);
        return { etag };
      } catch (cause) {
        if (!(cause instanceof FlowServiceError)) throw cause;
        const error = hide(cause);
        if (error.status === 412) return 'conflict';
        // A secret cannot be read back, so nothing that the service shows could tell whether it was written.
        if (error.wasNotCarriedOut) throw error;
        return { unknown: error };
      }
    },
    readVersion: (id) =>
      readOrNull(client, id).then(
        (connection) => (connection === null ? 'deleted' : { etag: connection.etag }),
        () => null,
      ),
  };
}

/** The same name and description for both sides: they stay as they are, even if a new connection could not have them. */
function onlyParams(answers: SourceAnswers): SourceAnswers {
  return { ...answers, name: 'unchanged', description: '' };
}

/** null when the connection was deleted. */
async function readOrNull(client: Pick<Api, 'getConnection'>, id: string): Promise<Connection | null> {
  return client.getConnection(id).catch((error: unknown) => {
    if (error instanceof FlowServiceError && error.kind === 'answer' && error.status === 404) return null;
    throw error;
  });
}

/** Finds a temporary connection by its name. Returns its ID, or null when it is not found or the list is missing. */
export async function findTrial(access: Access, source: Source, name: string): Promise<string | null> {
  const all = await listAllConnections(access, source.connectionSpec.id).catch(() => []);
  return all.find((connection) => connection.name === name)?.id ?? null;
}

/** Deletes a temporary connection. Returns whether it is gone, also when the answer was lost. */
export async function deleteTrial(
  client: Pick<Api, 'deleteConnection' | 'getConnection'>,
  id: string,
): Promise<boolean> {
  try {
    await client.deleteConnection(id);
    return true;
  } catch {
    return client.getConnection(id).then(
      () => false,
      (error: unknown) => error instanceof FlowServiceError && error.status === 404,
    );
  }
}
