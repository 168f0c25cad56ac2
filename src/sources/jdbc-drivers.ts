/** How the URLs of a driver are written. */
export interface JdbcDriver {
  /** The beginning of the URL, as it is written. */
  readonly prefix: string;
  /** The source of a URL with this server. */
  readonly slugOf: (server: string) => string;
  readonly slug: string;
  /** Other sources whose databases understand the same driver. */
  readonly also: readonly string[];
  /** Whether the URL begins with the name of a database, as in `mysql+pymysql://`, and not with `jdbc:`. */
  readonly isPlain: boolean;
  /** How settings follow the address; `usual`: after `?` or `;`. */
  readonly settings: 'usual' | 'comma' | 'colon' | 'afterAt' | 'hive';
}

interface Described {
  readonly slug: string;
  readonly also?: readonly string[];
  readonly settings?: JdbcDriver['settings'];
}

/** By what follows `jdbc:`. */
const drivers: readonly (readonly [name: string, driver: Described])[] = [
  ['bigquery:', { slug: 'google-big-query' }],
  ['cassandra:', { slug: 'cassandra' }],
  ['couchbase:', { slug: 'couchbase' }],
  ['databricks:', { slug: 'azure-databricks' }],
  ['db2:', { slug: 'ibm-db2', settings: 'colon' }],
  ['hive2:', { slug: 'hive', also: ['spark'], settings: 'hive' }],
  ['jtds:sqlserver:', { slug: 'sql-server' }],
  ['kusto:', { slug: 'azure-data-explorer' }],
  ['mariadb:', { slug: 'maria-db', also: ['mysql'] }],
  ['mysql:', { slug: 'mysql', also: ['maria-db'] }],
  ['oracle:', { slug: 'oracle', settings: 'afterAt' }],
  ['phoenix:', { slug: 'phoenix' }],
  ['pivotal:greenplum:', { slug: 'greenplum' }],
  ['postgresql:', { slug: 'postgre-sql', also: ['greenplum', 'amazon-redshift'] }],
  ['redshift:', { slug: 'amazon-redshift' }],
  ['snowflake:', { slug: 'snowflake', also: ['snowflake-streaming'] }],
  ['spark:', { slug: 'spark', settings: 'hive' }],
  ['sqlserver:', { slug: 'sql-server', also: ['azure-synapse-analytics'] }],
  ['teradata:', { slug: 'teradata-vantage', settings: 'comma' }],
  ['vertica:', { slug: 'vertica' }],
];

/** Servers that only one product has, whatever the driver is. */
const domains: readonly (readonly [domain: string, slug: string])[] = [
  ['.azuredatabricks.net', 'azure-databricks'],
  ['.sql.azuresynapse.net', 'azure-synapse-analytics'],
  ['.redshift.amazonaws.com', 'amazon-redshift'],
];

/**
 * What follows `jdbc:` for the schemes of other URLs, such as `mysql+pymysql://`, which SQLAlchemy, drivers of other
 * languages and many hosts of databases write.
 */
const schemes: readonly (readonly [scheme: RegExp, name: string])[] = [
  [/^bigquery$/, 'bigquery:'],
  [/^cassandra$/, 'cassandra:'],
  [/^databricks$/, 'databricks:'],
  [/^(?:db2|ibm_db_sa)$/, 'db2:'],
  [/^greenplum$/, 'pivotal:greenplum:'],
  [/^(?:hive|sparksql)$/, 'hive2:'],
  [/^mariadb$/, 'mariadb:'],
  [/^mysqlx?2?$/, 'mysql:'],
  [/^oracle$/, 'oracle:'],
  [/^phoenix$/, 'phoenix:'],
  [/^(?:postgres(?:ql)?|postgis)$/, 'postgresql:'],
  [/^redshift$/, 'redshift:'],
  [/^snowflake$/, 'snowflake:'],
  [/^(?:mssql|sqlserver)$/, 'sqlserver:'],
  [/^teradata(?:sql)?$/, 'teradata:'],
  [/^vertica$/, 'vertica:'],
  [/^couchbases?2?$/, 'couchbase:'],
  [/^kusto(?:sql|kql)$/, 'kusto:'],
];

/** The driver of a text that begins as a URL of a database; null for any other text. */
export function findDriver(url: string): JdbcDriver | null {
  const [plain = '', scheme = ''] = /^([a-z]\w*)(?:\+[\w.]+)?:(?=\/\/)/i.exec(url) ?? [];
  const name = schemes.find(([one]) => one.test(scheme.toLowerCase()))?.[1];
  const isPlain = name !== undefined;
  const named = isPlain ? `jdbc:${name}` : url.toLowerCase();
  const found = drivers.find(([one]) => named.startsWith(`jdbc:${one}`));
  if (found === undefined) return null;
  const [driver, { slug, also = [], settings = 'usual' }] = found;
  return {
    prefix: isPlain ? plain : url.slice(0, 'jdbc:'.length + driver.length),
    isPlain,
    slug,
    also,
    settings: isPlain ? 'usual' : settings,
    slugOf: (server) => domains.find(([end]) => server.toLowerCase().endsWith(end))?.[1] ?? slug,
  };
}
