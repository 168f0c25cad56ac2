import type { Credentials } from '../../flow-service/credentials.ts';
import { readValues } from '../../emulator/connections/field-kind.ts';
import { phoenixSpec } from '../../emulator/connections/connection-specs.ts';
import { ProxyError } from '../../proxy/proxy-error.ts';
import type { Read, ReadAnswer, Reader } from './reader.ts';

/** The requests, in order. Those about one connection are sent only when a connection is named. */
export type ReadName =
  | 'sandboxes'
  | 'withoutToken'
  | 'foreignOrigin'
  | 'withoutSandbox'
  | 'specs'
  | 'phoenixSpec'
  | 'unknownSpec'
  | 'connections'
  | 'count'
  | 'firstPage'
  | 'anyOf'
  | 'notEqual'
  | 'unknownConnection'
  | 'connection'
  | 'test'
  | 'root'
  | 'rootInUpperCase'
  | 'table'
  | 'tableWithoutName';

export interface Observations {
  readonly apiKey: string;
  /** The claims of the access token; undefined when they cannot be read. */
  readonly claims: unknown;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The answers by request. A request without an answer is missing. */
  readonly answers: ReadonlyMap<ReadName, ReadAnswer>;
  /** The requests that got no answer, with the cause. */
  readonly failures: ReadonlyMap<ReadName, string>;
}

export interface ObserveOptions {
  /** null: the default sandbox. */
  readonly sandbox: string | null;
  /** The ID or the name of a connection; null: none is tested and explored. */
  readonly connection: string | null;
}

/** No sandbox, connection or spec has this ID. */
const unusedId = '00000000-0000-4000-8000-000000000000';

/**
 * Sends the requests, one after the other. They only read.
 * @throws {ProxyError} when the first request fails
 * @throws {VerifyError} when no sandbox can be chosen
 */
export async function observe(
  { read, credentials }: Pick<Reader, 'read' | 'credentials'>,
  options: ObserveOptions,
): Promise<Observations> {
  const answers = new Map<ReadName, ReadAnswer>();
  const failures = new Map<ReadName, string>();
  const sender = await credentials();
  answers.set('sandboxes', await read({ endpoint: 'listSandboxes', sandbox: null }));
  const sandbox = options.sandbox ?? findSandbox(answers.get('sandboxes'));

  const send = async (name: ReadName, request: Omit<Read, 'sandbox'> & Partial<Pick<Read, 'sandbox'>>) => {
    try {
      answers.set(name, await read({ sandbox, ...request }));
    } catch (error) {
      if (!(error instanceof ProxyError)) throw error;
      failures.set(name, error.message);
    }
  };
  const list = { endpoint: 'listConnections' } as const;
  const one = [['limit', '1']] as const;
  await send('withoutToken', { ...list, query: one, isWithoutToken: true });
  await send('foreignOrigin', { ...list, query: one, headers: { origin: 'https://wizard.example' } });
  await send('withoutSandbox', { ...list, query: one, sandbox: null });
  await send('specs', { endpoint: 'listConnectionSpecs' });
  await send('phoenixSpec', { endpoint: 'getConnectionSpec', id: phoenixSpec.id });
  await send('unknownSpec', { endpoint: 'getConnectionSpec', id: unusedId });
  await send('connections', list);
  await send('count', { ...list, query: [['count', 'true']] });
  await send('firstPage', { ...list, query: one });
  const ids = textsAt(answers.get('connections'), 'items[].id');
  if (ids.length > 1) {
    await send('anyOf', { ...list, query: [['property', `id==${ids.slice(0, 2).join()}`]] });
  }
  await send('notEqual', { ...list, query: [['property', 'name!=x'], ...one] });
  await send('unknownConnection', { endpoint: 'getConnection', id: unusedId });

  const id = options.connection === null ? null : findId(answers.get('connections'), options.connection);
  if (id !== null) {
    const explore = { endpoint: 'exploreConnection', id } as const;
    await send('connection', { endpoint: 'getConnection', id });
    await send('test', { endpoint: 'testConnection', id });
    await send('root', { ...explore, query: [['objectType', 'root']] });
    await send('rootInUpperCase', { ...explore, query: [['objectType', 'ROOT']] });
    const root = answers.get('root');
    const [path] = [...textsAt(root, '[].path'), ...textsAt(root, 'items[].path')];
    const table = ['objectType', 'table'] as const;
    if (path !== undefined) await send('table', { ...explore, query: [table, ['object', path]] });
    await send('tableWithoutName', { ...explore, query: [table] });
  }
  return { apiKey: sender.apiKey, claims: readClaims(sender), now: Date.now(), answers, failures };
}

/** A problem that the user can solve. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError';
}

function findSandbox(answer: ReadAnswer | undefined): string {
  const active = readValues(answer?.body, 'sandboxes[]').filter(
    (sandbox) => readValues(sandbox, 'state')[0] === 'active',
  );
  const chosen = active.find((sandbox) => readValues(sandbox, 'isDefault')[0] === true) ?? active[0];
  const [name] = readValues(chosen, 'name');
  if (typeof name === 'string') return name;
  throw new VerifyError(
    `No active sandbox is listed (status ${answer?.status}). Set AEP_SANDBOX to the name of a sandbox.`,
  );
}

/** Finds a listed connection by its ID or name. Every other text is taken as an ID. */
function findId(answer: ReadAnswer | undefined, named: string): string {
  const found = readValues(answer?.body, 'items[]').find((item) => readValues(item, 'name')[0] === named);
  const [id] = readValues(found, 'id');
  return typeof id === 'string' ? id : named;
}

function textsAt(answer: ReadAnswer | undefined, path: string): readonly string[] {
  const values = path.startsWith('[]')
    ? [answer?.body].flat().flatMap((item) => readValues(item, path.slice(3)))
    : readValues(answer?.body, path);
  return values.filter((value) => typeof value === 'string');
}

function readClaims({ accessToken }: Credentials): unknown {
  try {
    return JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
  } catch {
    return undefined;
  }
}
