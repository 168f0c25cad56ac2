/** How the URLs of a driver are written. */
export interface JdbcDriver {
  /** The beginning of the URL, as it is written. */
  readonly prefix: string;
  /** The source of a URL with this server. */
  readonly slugOf: (server: string) => string;
  readonly slug: string;
  /** Other sources whose databases understand the same driver. */
  readonly also: readonly string[];
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
  ['databricks:', { slug: 'azure-databricks' }],
  ['db2:', { slug: 'ibm-db2', settings: 'colon' }],
  ['hive2:', { slug: 'hive', also: ['spark'], settings: 'hive' }],
  ['jtds:sqlserver:', { slug: 'sql-server' }],
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

/** `mysql://` and `mysql+pymysql://`, as SQLAlchemy and many hosts of databases write their URLs. */
const schemes = /^(mysql|mariadb|postgres(?:ql)?|redshift|vertica)(?:\+\w+)?:(?=\/\/)/i;

/** The driver of a text that begins as a URL of a database; null for any other text. */
export function findDriver(url: string): JdbcDriver | null {
  const [scheme = '', name = ''] = schemes.exec(url) ?? [];
  const named = scheme === '' ? url : `jdbc:${name.toLowerCase().replace(/^postgres$/, 'postgresql')}:`;
  const found = drivers.find(([one]) => named.toLowerCase().startsWith(`jdbc:${one}`));
  if (found === undefined) return null;
  const [driver, { slug, also = [], settings = 'usual' }] = found;
  return {
    prefix: scheme === '' ? url.slice(0, 'jdbc:'.length + driver.length) : scheme,
    slug,
    also,
    settings,
    slugOf: (server) => domains.find(([end]) => server.toLowerCase().endsWith(end))?.[1] ?? slug,
  };
}
