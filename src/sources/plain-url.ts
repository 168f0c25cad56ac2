import type { AddressProblem, JdbcAddress } from './jdbc-address.ts';
import type { JdbcDriver } from './jdbc-drivers.ts';
import type { JdbcSettings } from './jdbc-settings.ts';

/** The address of a URL without `jdbc:`, and the settings that its path stands for. */
export interface PlainAddress {
  readonly place: JdbcAddress | AddressProblem;
  readonly settings: ReadonlyMap<string, string>;
  /** The names of settings that another name stands for. */
  readonly used: readonly string[];
}

const dataSource: AddressProblem = {
  problem:
    'The URL has the name of a data source, which only its computer knows. Enter the server, the port and the database.',
};

/** Reads the host and the path of a URL without `jdbc:`, which products use in different ways. */
export function adaptPlainAddress(
  { slug, prefix: scheme }: JdbcDriver,
  place: JdbcAddress | AddressProblem,
  pairs: JdbcSettings,
): PlainAddress {
  // The project of BigQuery may be that of the computer.
  if ('problem' in place) return only(slug === 'google-big-query' ? { notes: [] } : place);
  const { server = '', port, database, ...user } = place;
  const isName = port === undefined && database === undefined && !server.includes('.');
  switch (slug) {
    case 'sql-server':
      // ODBC takes a host only together with its driver (SQLAlchemy).
      if (/\+pyodbc:/i.test(scheme) && isName && !pairs.values.has('driver')) return only(dataSource);
      return only(readInstance(scheme, place, pairs));
    case 'oracle':
      return only(isName && pairs.values.size === 0 ? dataSource : place);
    case 'snowflake': {
      const [name = '', ...schema] = (database ?? '').split('/');
      return {
        place: { ...place, ...(database !== undefined && { database: name }) },
        settings: new Map(schema.length === 1 && schema[0] !== undefined ? [['schema', schema[0]]] : []),
        used: [],
      };
    }
    case 'google-big-query':
      return {
        place: { ...user, ...(database !== undefined && { database }) },
        settings: new Map([['project', server]]),
        used: [],
      };
    case 'azure-data-explorer':
      return {
        place: { ...user, ...(database !== undefined && { database }) },
        settings: new Map([
          ['endpoint', `https://${server}${port === undefined ? '' : `:${port}`}`],
          ...kustoNames.flatMap(([given, own]) => {
            const value = pairs.values.get(given);
            return typeof value === 'string' ? [[own, value] as const] : [];
          }),
        ]),
        used: kustoNames.map(([given]) => given),
      };
    default:
      return only(place);
  }
}

const kustoNames = [
  ['azure_ad_tenant_id', 'tenant'],
  ['azure_ad_client_id', 'serviceprincipalid'],
] as const;

function only(place: JdbcAddress | AddressProblem): PlainAddress {
  return { place, settings: new Map(), used: [] };
}

const pathNote = 'The path of the URL was skipped because it may be an instance or a database. Enter it.';

/** For Go's driver, the path is an instance, and the database is a setting. For others, the path is the database. */
function readInstance(scheme: string, place: JdbcAddress, pairs: JdbcSettings): JdbcAddress {
  const { server = '', database, ...rest } = place;
  if (typeof database !== 'string') return place;
  const isNamed = ['database', 'databasename'].some((name) => pairs.values.has(name));
  if (isNamed && /^[\w$]+$/.test(database)) return { ...rest, server: `${server}\\${database}` };
  const isDatabase = !isNamed && (rest.port !== undefined || !/^sqlserver:/i.test(scheme));
  return isDatabase ? place : { ...rest, server, notes: [...place.notes, pathNote] };
}
