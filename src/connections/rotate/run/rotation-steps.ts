import { type Api, api } from '../../../api/api.ts';
import { isComplete, listAllConnections, readAllConnections } from '../../../api/all-connections.ts';
import { runTest } from '../../../api/connection-test.ts';
import { createWriteKey } from '../../../api/create-write-key.ts';
import { toScope, toTarget } from '../../../create/attempt.ts';
import { createOnce } from '../../../create/create-once.ts';
import { wait } from '../../../create/find-created.ts';
import { FlowServiceError } from '../../../flow-service/flow-service-error.ts';
import type { Connection } from '../../../flow-service/schemas/connection.ts';
import type { Access } from '../../../session/access.tsx';
import { isSameSecret } from '../../../session/is-same-secret.ts';
import { toPatch } from '../../../source-form/answers/edit-connection.ts';
import { fromConnection } from '../../../source-form/answers/from-connection.ts';
import { type SourceAnswers, sourceAnswersSchema } from '../../../source-form/answers/source-answers.ts';
import { toConnectionRequest } from '../../../source-form/answers/to-connection-request.ts';
import { secretParams, secretsOf } from '../../../sources/secrets.ts';
import type { Source } from '../../../sources/source.ts';
import { leadsToSame } from '../../find-same-target.ts';
import { isNotFound } from '../../is-not-found.ts';
import { withSecrets } from '../../with-secrets.ts';
import { readOrNull, readVersions } from './read-versions.ts';
import type { ChangeOutcome, RotationSteps } from './run-rotation.ts';

/** The milliseconds before each search for a temporary connection after its create got no response. */
const searchDelays = [1000, 3000, 8000];

interface RotationContext {
  readonly access: Access;
  readonly source: Source;
  /** The temporary connection has the values of this connection. */
  readonly model: Connection;
  /** Identifies the rotation and what it writes. */
  readonly purpose: string;
  /** The params with the secret, as the form has them. */
  readonly readSecrets: () => SourceAnswers['params'];
}

/** The requests of a rotation. */
export function createRotationSteps(context: RotationContext): RotationSteps {
  const client = api(context.access);
  return {
    createTrial: (name) => createTrial(context, client, name),
    deleteTrial: (id) => deleteTrial(client, id),
    async test(id) {
      const { outcome, error } = await runTest(() => client.testConnection(id), Date.now);
      return { outcome, error: error && withoutSecrets(context, error) };
    },
    isSameSecret: () => isSameSecret(context.purpose, context.readSecrets()),
    change: (id, etag) => changeSecret(context, client, id, etag),
    async readVersions(known) {
      const { access, source } = context;
      const list = await readAllConnections(access, source.connectionSpec.id).catch(() => null);
      return readVersions(client, list, known);
    },
  };
}

/** Creates the temporary connection once, and searches for it when the response was lost. */
async function createTrial(context: RotationContext, client: Api, name: string): Promise<string | null> {
  const { access, source, model, readSecrets } = context;
  // Leaving the page cancels nothing, because the rotation must know whether the connection exists.
  const { signal } = new AbortController();
  const answers = { ...withSecrets(source, model, readSecrets()), name, description: '' };
  const request = toConnectionRequest(source, sourceAnswersSchema(source).parse(answers));
  const scope = { ...toScope(access), target: toTarget(source, request), clientId: null, earlier: null };
  const outcome = await createOnce(request, scope, {
    createKey: () => createWriteKey('createConnection'),
    list: () => listAllConnections(access, source.connectionSpec.id),
    signal,
    preparePage: () => Promise.resolve(),
    onSend: () => undefined,
    create: client.createConnection,
    now: Date.now,
  }).catch((error: unknown) => {
    throw error instanceof FlowServiceError ? withoutSecrets(context, error) : error;
  });
  if (outcome.kind === 'created') return outcome.receipt.id;
  for (const delay of searchDelays) {
    await wait(delay, signal);
    // A search that fails is repeated. The user can search again later, too.
    const found = await findTrial(access, source.connectionSpec.id, name).catch(() => null);
    if (found !== null && found.id !== null) return found.id;
  }
  return null;
}

async function changeSecret(
  context: RotationContext,
  client: Api,
  id: string,
  knownEtag: string | null,
): Promise<ChangeOutcome> {
  const { source, model, readSecrets } = context;
  const before = await readOrNull(client, id);
  if (before === null) return { kind: 'deleted' };
  if (!leadsToSame(source, model, before)) return { kind: 'targetChanged', etag: before.etag };
  // A version without an ETag is refused below, with its own reason.
  if (knownEtag !== null && before.etag !== '' && before.etag !== knownEtag) {
    return { kind: 'conflict', etag: before.etag };
  }
  const secrets = readSecrets();
  // If the user left the page while the connection was read, the form has no secret any more.
  if (secretParams(source).every(({ name }) => (secrets[name] ?? '') === '')) return { kind: 'interrupted' };
  const operations = toPatch(
    source,
    onlyParams(fromConnection(source, before)),
    onlyParams(withSecrets(source, before, secrets)),
  );
  try {
    const { etag } = await client.updateConnection(id, before.etag, operations);
    return { kind: 'changed', etag };
  } catch (cause) {
    if (!(cause instanceof FlowServiceError)) throw cause;
    const error = withoutSecrets(context, cause);
    if (error.status === 412) return { kind: 'conflict', etag: null };
    if (error.wasNotCarriedOut) throw error;
    // The service never returns a secret, so reading the connection could not tell whether it was written.
    return { kind: 'unknown', error };
  }
}

/** A service error may quote a value that was sent to it, such as a secret. */
function withoutSecrets({ source, readSecrets }: RotationContext, error: FlowServiceError): FlowServiceError {
  return error.without(secretsOf(source, readSecrets()));
}

/**
 * The answers with a fixed, valid name and description, so that the change includes only params. The stored name may be one
 * that a new connection could not have.
 */
function onlyParams(answers: SourceAnswers): SourceAnswers {
  return { ...answers, name: 'unchanged', description: '' };
}

interface TrialSearch {
  /** null when no connection that could be read has its name. */
  readonly id: string | null;
  /** Whether all connections could be read. */
  readonly isComplete: boolean;
}

/**
 * Finds a temporary connection by its name.
 * @throws {Error} when the connections cannot be read, which does not mean that it does not exist.
 */
export async function findTrial(access: Access, specId: string, name: string): Promise<TrialSearch> {
  const list = await readAllConnections(access, specId);
  const found = list.connections.find((connection) => connection.name === name);
  return { id: found?.id ?? null, isComplete: isComplete(list) };
}

/**
 * Deletes a temporary connection. Returns whether it no longer exists. If the response to the deletion was lost, the
 * connection is read to find out.
 */
export async function deleteTrial(
  client: Pick<Api, 'deleteConnection' | 'getConnection'>,
  id: string,
): Promise<boolean> {
  try {
    await client.deleteConnection(id);
    return true;
  } catch {
    return client.getConnection(id).then(() => false, isNotFound);
  }
}
