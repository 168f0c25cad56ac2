import { describe, expect, it } from 'vitest';
import { builtInSources } from '../built-in-sources.ts';
import { findOverlay } from '../find-overlay.ts';
import { type Source, chooseAuthMethod, findParam } from '../source.ts';
import { explainDatabase, listChecks } from './explain-failure.ts';

function open(slug: string, specName?: string): Source {
  const found = builtInSources.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`There is no source ${slug}.`);
  return chooseAuthMethod(found, specName);
}

it.each([
  ['mysql', "Access denied for user 'reader'@'192.0.2.1' (using password: YES)", 'Password', 'rejected'],
  ['mysql', "Unknown database 'sales'", 'Database', 'The database does not exist'],
  ['mysql', 'Connections using insecure transport are prohibited', 'Connection string', 'only encrypted'],
  ['maria-db', "Host '192.0.2.1' is not allowed to connect to this MariaDB server", 'Username', 'permission'],
  ['sql-server', "Login failed for user 'reader'. (18456)", 'Password', 'rejected'],
  [
    'sql-server',
    'Cannot open database "sales" requested by the login.',
    'Database',
    'The database does not exist',
  ],
  ['sql-server', 'A network-related or instance-specific error occurred', 'Server', 'could not reach'],
  ['oracle', 'ORA-01017: invalid username/password; logon denied', 'Password', 'rejected'],
  ['oracle', 'ORA-12505: the listener does not know the SID', 'Database', 'The database does not exist'],
  ['oracle', 'ORA-12541: TNS: no listener', 'Port', 'does not accept connections'],
  ['greenplum', 'FATAL: password authentication failed for user "reader"', 'Password', 'rejected'],
  [
    'postgre-sql',
    'FATAL: database "sales" does not exist',
    'Connection string',
    'The database does not exist',
  ],
  [
    'postgre-sql',
    'no pg_hba.conf entry for host "192.0.2.1", user "reader", no encryption',
    'Connection string',
    'only encrypted',
  ],
  ['amazon-redshift', 'FATAL: password authentication failed for user "reader"', 'Password', 'rejected'],
  ['amazon-redshift', 'The connection attempt timed out', 'Server', 'could not reach'],
  ['cassandra', 'AuthenticationFailed: bad credentials', 'Password', 'rejected'],
  ['cassandra', 'UnknownHostException: cassandra.example', 'Host', 'could not find'],
  ['hive', 'Error 401 Unauthorized', 'Password', 'rejected'],
  ['spark', 'Error 403 Forbidden', 'Username', 'permission'],
  ['ibm-db2', 'SQL30082N Security processing failed', 'Password', 'rejected'],
  [
    'ibm-db2',
    'SQL1013N The database alias name could not be found.',
    'Database',
    'The database does not exist',
  ],
  ['teradata-vantage', 'Error 8017: The UserId, Password or Account is invalid.', 'Password', 'rejected'],
  ['azure-databricks', '403: Invalid access token', 'Personal access token', 'no longer valid'],
  ['azure-databricks', 'Cluster 0123 does not exist', 'Cluster ID', 'cluster'],
  [
    'azure-data-explorer',
    'AADSTS7000215: Invalid client secret provided',
    'Service principal key',
    'rejected',
  ],
  [
    'azure-data-explorer',
    'AADSTS700016: Application was not found',
    'Service principal ID',
    'does not recognize',
  ],
  ['azure-data-explorer', 'AADSTS90002: Tenant was not found', 'Tenant ID', 'does not recognize'],
  ['azure-table-storage', '403 AuthenticationFailed: the signature differs', 'Connection string', 'rejected'],
  ['couchbase', 'Authentication failure', 'Connection string', 'rejected'],
  [
    'google-big-query',
    'invalid_grant: Token has been expired or revoked.',
    'Refresh token',
    'no longer valid',
  ],
  ['snowflake', 'Incorrect username or password was specified.', 'Connection string', 'rejected'],
  ['snowflake-streaming', 'No active warehouse selected', 'Warehouse', 'warehouse'],
  ['vertica', 'Connection refused', 'Connection string', 'does not accept connections'],
  ['azure-synapse-analytics', 'Client with IP address 192.0.2.1 is not allowed', null, 'blocks'],
])('%s: %s', (slug, detail, label, words) => {
  const source = open(slug);
  const explanation = explainDatabase(source, detail);
  expect(explanation?.sentence).toContain(words);
  const param = explanation?.param ?? null;
  expect(param === null ? null : findParam(source, param)?.label).toBe(label);
});

it('an unknown message is not explained', () => {
  expect(explainDatabase(open('mysql'), 'Something happened.')).toBeNull();
});

describe.each(
  builtInSources
    .filter((source) => findOverlay(source) === null)
    .flatMap((source) => source.authMethods.map(({ specName }) => [source.slug, specName] as const)),
)('%s with %s', (slug, specName) => {
  const source = open(slug, specName);
  const details = [
    'access denied',
    'unknown host',
    'timed out',
    'unknown database',
    'SSL is required',
    'refused',
  ];

  it('names only fields that the source has', () => {
    for (const detail of details) {
      const param = explainDatabase(source, detail)?.param ?? null;
      expect(param === null || findParam(source, param) !== undefined).toBe(true);
    }
  });

  it('says what to check, about values that are sent, and never about Phoenix', () => {
    const checks = listChecks(source);
    expect(checks.length).toBeGreaterThan(0);
    const sent = source.authMethod.params.map(({ name }) => name);
    expect(sent).toEqual(expect.arrayContaining(checks.flatMap(({ params }) => params)));
    expect(JSON.stringify(checks)).not.toMatch(/phoenix|query server|ZooKeeper|hbase/i);
    expect(new Set(checks.map(({ advice }) => advice)).size).toBe(checks.length);
  });
});
