import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type QueryServers, type ServerKind, findQueryServers } from '../testing/query-servers.ts';
import type { QueryServerAddress, TransportOptions } from './http-transport.ts';
import { type QueryOptions, type QueryServerClient, openQueryServer } from './query-server-client.ts';
import { QueryServerError } from './query-server-error.ts';
import type { QueryValue } from './typed-value.ts';

/**
 * The client's contract: `npm test` checks it with the sample cluster, `npm run test:phoenix` with a real Phoenix.
 */

let servers: QueryServers;
beforeAll(async () => {
  servers = await findQueryServers();
});
afterAll(() => servers.close());

async function visit<Result>(
  kind: ServerKind,
  use: (client: QueryServerClient) => Promise<Result>,
): Promise<Result> {
  const { address, options } = servers.open(kind);
  const client = await openQueryServer(address, options);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function failureOf(
  kind: ServerKind,
  addressChanges: Partial<QueryServerAddress> = {},
  optionChanges: Partial<TransportOptions> = {},
): Promise<string> {
  const { address, options } = servers.open(kind);
  try {
    const client = await openQueryServer({ ...address, ...addressChanges }, { ...options, ...optionChanges });
    await client.close();
    return 'opened';
  } catch (error) {
    if (error instanceof QueryServerError) return error.message;
    throw error;
  }
}

const wrongUser = { username: 'nobody', password: 'phoenix-password' };
const wrongPassword = { username: 'admin', password: 'wrong' };

describe('the content of the database', () => {
  it('is a Phoenix, with its version', async () => {
    expect(await visit('plain', (client) => client.readProduct())).toEqual({
      name: 'Phoenix',
      version: '5.2',
    });
  });

  it('has tables and views, without indexes and system tables', async () => {
    const tables = await visit('plain', (client) => client.listTables());
    expect(tables.filter(({ schema }) => schema !== 'MANY')).toEqual([
      { schema: null, name: 'ALL_TYPES', kind: 'table' },
      { schema: 'RETAIL', name: 'CUSTOMERS', kind: 'table' },
      { schema: 'RETAIL', name: 'ORDERS', kind: 'table' },
      { schema: 'TELEMETRY', name: 'READINGS', kind: 'table' },
      { schema: 'mixedCase', name: 'customerNotes', kind: 'table' },
      { schema: 'RETAIL', name: 'LARGE_ORDERS', kind: 'view' },
    ]);
  });

  it('has columns of every type, also in a table with a quoted name', async () => {
    const [all, quoted, none] = await visit('plain', async (client) => [
      await client.listColumns({ schema: null, name: 'ALL_TYPES' }),
      await client.listColumns({ schema: 'mixedCase', name: 'customerNotes' }),
      // In a pattern, an unescaped underscore matches any character.
      await client.listColumns({ schema: 'RETAIL', name: 'CUSTOMER_' }),
    ]);
    expect(all.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'ID INTEGER',
      'A_TINYINT TINYINT',
      'A_SMALLINT SMALLINT',
      'A_BIGINT BIGINT',
      'AN_UNSIGNED_INT UNSIGNED_INT',
      'AN_UNSIGNED_LONG UNSIGNED_LONG',
      'A_FLOAT FLOAT',
      'A_DOUBLE DOUBLE',
      'A_DECIMAL DECIMAL',
      'A_BOOLEAN BOOLEAN',
      'A_CHAR CHAR',
      'A_VARCHAR VARCHAR',
      'A_DATE DATE',
      'A_TIME TIME',
      'A_TIMESTAMP TIMESTAMP',
      'A_BINARY BINARY',
      'A_VARBINARY VARBINARY',
      'SOME_INTEGERS INTEGER ARRAY',
      'SOME_TEXTS VARCHAR ARRAY',
    ]);
    expect(all.find(({ name }) => name === 'A_DECIMAL')?.size).toBe(20);
    expect(quoted).toEqual([
      { name: 'noteId', type: 'INTEGER', size: null, isNullable: false },
      { name: 'noteText', type: 'VARCHAR', size: null, isNullable: true },
    ]);
    expect(none).toEqual([]);
  });
});

describe('a query', () => {
  async function readAll(client: QueryServerClient, sql: string, options: QueryOptions) {
    const { frames } = await client.query(sql, options);
    const rows = [];
    for await (const frame of frames) rows.push(...frame);
    return rows;
  }

  it('reads values of every type exactly, and nulls', async () => {
    const [row, nulls] = await visit('plain', (client) =>
      readAll(client, 'SELECT * FROM ALL_TYPES', { frameSize: 1 }),
    );
    expect(row).toEqual([
      1,
      127,
      -32_768,
      9_007_199_254_740_993n,
      2_147_483_647,
      9_223_372_036_854_775_807n,
      1.5,
      -2.25,
      '1234567890.5',
      true,
      'fixed',
      'text with 渡辺 and "quotes"',
      '2026-11-26',
      '13:45:30.000',
      '2026-11-26T13:45:30.125Z',
      Buffer.from('00ff10ab', 'hex'),
      Buffer.from('cafe', 'hex'),
      [1, 2, 3],
      ['a', 'b'],
    ]);
    expect(nulls).toEqual([2, ...Array<null>(18).fill(null)]);
  });

  it('binds parameters of several types, and treats a text as a value only', async () => {
    const sql =
      'SELECT * FROM ALL_TYPES WHERE A_BIGINT = ? AND A_BOOLEAN = ? AND A_VARCHAR = ? AND A_SMALLINT = ?';
    const values = [9_007_199_254_740_993n, true, 'text with 渡辺 and "quotes"', -32_768] as const;
    const counts = await visit('plain', async (client) => {
      const count = async (parameters: readonly QueryValue[]) =>
        (await readAll(client, sql, { parameters })).length;
      return [
        await count(values),
        await count([1n, ...values.slice(1)]),
        await count([...values.slice(0, 2), "' OR 1=1 --", 1]),
      ];
    });
    expect(counts).toEqual([1, 0, 0]);
  });

  it.each([
    ['an unknown table', 'SELECT * FROM NO_SUCH_TABLE', { number: 1012, sqlState: '42M03' }],
    ['a mistake in the statement', 'SELEC', { number: 601, sqlState: '42P00' }],
  ])('returns the error of Phoenix for %s', async (_, sql, phoenixCode) => {
    const failure = visit('plain', (client) => client.query(sql));
    await expect(failure).rejects.toMatchObject({
      stage: 'tables',
      reason: 'statementFailed',
      facts: { phoenixCode },
    });
  });
});

describe('how each misconfiguration appears', () => {
  it('sign-in: username and password are checked if the server requires them', async () => {
    expect(await failureOf('basic')).toBe('opened');
    expect(await failureOf('basic', { credentials: null })).toBe('signIn: credentialsRefused');
    expect(await failureOf('basic', { credentials: wrongUser })).toBe('signIn: credentialsRefused');
    expect(await failureOf('basic', { credentials: wrongPassword })).toBe('signIn: credentialsRefused');
  });

  it('sign-in: a server without authentication accepts any user', async () => {
    expect(await failureOf('plain', { credentials: wrongPassword })).toBe('opened');
    expect(await failureOf('plain', { credentials: null })).toBe('opened');
  });

  it('encryption: both sides or neither, with a trusted certificate', async () => {
    expect(await failureOf('tls')).toBe('opened');
    expect(await failureOf('tls', { isEncrypted: false })).toBe('encryption: portEncrypted');
    expect(await failureOf('plain', { isEncrypted: true })).toBe('encryption: portNotEncrypted');
    expect(await failureOf('tls', {}, { ca: [] })).toMatch(
      /^encryption: certificate(?:SelfSigned|Untrusted)$/,
    );
  });

  it('serialization: JSON is not supported', async () => {
    expect(await failureOf('json')).toBe('queryServer: otherSerialization');
  });

  it('path: only a gateway reports a wrong path', async () => {
    expect(await failureOf('plain', { path: '/anything' })).toBe('opened');
    expect(await failureOf('gateway')).toBe('opened');
    expect(await failureOf('gateway', { path: '/' })).toBe('httpPath: pathNotFound');
    expect(await failureOf('gateway', { credentials: wrongPassword })).toBe('signIn: credentialsRefused');
    expect(await failureOf('gatewayWithoutServer')).toBe('queryServer: gatewayCannotReachServer');
  });

  it('the port of another server: it closes the connection without a response', async () => {
    expect(await failureOf('zooKeeper')).toBe('queryServer: noAnswer');
  });

  it('a canceled request rejects with the reason', async () => {
    const { address, options } = servers.open('plain');
    const signal = AbortSignal.abort(new Error('Canceled.'));
    await expect(openQueryServer(address, { ...options, signal })).rejects.toThrow('Canceled.');
  });
});
