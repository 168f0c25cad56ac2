import { expansionMark, isPlaceholder, markExpressions } from '../text/placeholders.ts';
import type { ConnectionPart, ConnectionParts } from './connection-string.ts';
import { type JdbcAddress, readJdbcAddress, readOracleAddress } from './jdbc-address.ts';
import { type JdbcDriver, findDriver } from './jdbc-drivers.ts';
import { type PlainAddress, adaptPlainAddress } from './plain-url.ts';
import { type JdbcSettings, decodeEscapes, readJdbcSettings } from './jdbc-settings.ts';

/** A JDBC URL, its source, and the parts that could be read. */
export interface JdbcUrl {
  readonly slug: string;
  readonly parts: ConnectionParts;
}

/** The same with what could not be read. No sentence and no name contains a value. */
export interface JdbcText extends JdbcUrl {
  readonly driver: JdbcDriver;
  /** The settings that are no part, by their names in lower case. */
  readonly others: ReadonlyMap<string, string>;
  /** The names of the settings as they are written, except for those after the password. */
  readonly names: readonly string[];
  /** Of settings after the password. They may be a part of it, so they must not be shown. */
  readonly namesAfterPassword: readonly string[];
  /** The parts whose value is a placeholder. */
  readonly placeholders: readonly ConnectionPart[];
  readonly notes: readonly string[];
  /** Why the URL names no single server; null when it does. */
  readonly problem: string | null;
}

/** Reads a text that is one JDBC URL of a known driver; null for any other text. */
export function readJdbcUrl(text: string): JdbcUrl | null {
  const read = readJdbcText(text);
  return read === null ? null : { slug: read.slug, parts: read.parts };
}

const settingNames: Readonly<Record<ConnectionPart, readonly string[]>> = {
  server: ['servername', 'server'],
  port: ['portnumber', 'port', 'dbs_port'],
  database: ['databasename', 'database', 'db', 'initialcatalog'],
  user: ['user', 'username', 'userid', 'uid'],
  password: ['password', 'pwd'],
};

export function readJdbcText(text: string): JdbcText | null {
  const url = text.trim();
  const driver = findDriver(url);
  if (driver === null) return null;
  const { address, settings } = divide(markExpressions(url), driver);
  if (/\s/.test(address) || /[\r\n]/.test(url) || (settings.separator === 'query' && /\s/.test(url))) {
    return null;
  }
  const pairs = readPairs(settings.text, settings.separator);
  const { place, settings: own, used } = readPlace(address, driver, pairs);
  const isNamed = pairs.values.has('servername') || pairs.values.has('server');
  const problem = 'problem' in place && !isNamed ? place.problem : null;
  const known = 'problem' in place ? place.known : undefined;
  const found = findParts('problem' in place ? { ...known, notes: [] } : place, pairs);
  return {
    slug: driver.slugOf(found.parts.server ?? ''),
    driver,
    parts: found.parts,
    others: new Map([...found.others, ...own]),
    names: found.names.filter((name) => !used.includes(name.toLowerCase())),
    namesAfterPassword: found.namesAfterPassword,
    placeholders: found.placeholders,
    notes: 'problem' in place ? found.notes : [...place.notes, ...found.notes],
    problem,
  };
}

/** A URL of SQLAlchemy may have a whole connection string of ODBC as a setting. */
function readPairs(text: string, separator: 'query' | 'semicolon' | 'comma'): JdbcSettings {
  const odbc = /(?:^|&)odbc_connect=([^&]*)/i.exec(text)?.[1]?.replaceAll('+', ' ');
  const decoded = odbc === undefined || separator !== 'query' ? null : decodeEscapes(odbc);
  return decoded === null ? readJdbcSettings(text, separator) : readJdbcSettings(decoded, 'semicolon');
}

function readPlace(address: string, driver: JdbcDriver, pairs: JdbcSettings): PlainAddress {
  const isOracle = driver.slug === 'oracle' && !driver.isPlain;
  const place = isOracle ? readOracleAddress(address) : readJdbcAddress(address);
  return driver.isPlain ? adaptPlainAddress(driver, place, pairs) : { place, settings: new Map(), used: [] };
}

/** Separates the address of a URL from its settings. */
function divide(url: string, { prefix, settings: kind }: JdbcDriver) {
  const rest = url.slice(prefix.length);
  if (kind === 'comma') {
    const [, address = '', text = ''] = /^(\/\/[^/]*)\/?(.*)$/s.exec(rest) ?? [undefined, rest];
    return { address, settings: { text, separator: 'comma' } as const };
  }
  if (kind === 'colon') {
    const [, address = '', text = ''] = /^(.*?)(?::(?=[A-Za-z]+=)(.*))?$/s.exec(rest) ?? [];
    return { address, settings: { text, separator: 'semicolon' } as const };
  }
  // A password in front of the address of Oracle may contain these signs.
  const from = kind === 'afterAt' ? rest.lastIndexOf('@') + 1 : 0;
  const at = rest.slice(from).search(/[?;]/);
  if (at < 0) return { address: rest, settings: { text: '', separator: 'query' } as const };
  const text = rest.slice(from + at + 1);
  const isQuery = rest.charAt(from + at) === '?';
  return {
    address: rest.slice(0, from + at),
    settings: {
      text: kind === 'hive' ? text.replaceAll(/[?#]/g, ';') : text,
      separator: isQuery && kind !== 'hive' ? ('query' as const) : ('semicolon' as const),
    },
  };
}

/** The parts of an address and of the settings after it. A setting says more than the address. */
function findParts(place: JdbcAddress, pairs: JdbcSettings) {
  const parts: Partial<Record<ConnectionPart, string>> = {};
  const placeholders: ConnectionPart[] = [];
  const notes: string[] = [];
  const used = new Set<string>();
  for (const [part, names] of partNames) {
    const name = names.find((one) => pairs.values.has(one));
    if (name !== undefined) used.add(name);
    const given = place[part];
    const value = name === undefined ? given : pairs.values.get(name);
    // What follows a separator may be the rest of the password.
    const isCut = part === 'password' && name !== undefined && pairs.hasStray;
    const isPath = part === 'database' && name === undefined && /[/;=]/.test(value ?? '');
    if (value === undefined) continue;
    if (value !== null && (value.includes(expansionMark) || isPlaceholder(value))) placeholders.push(part);
    else if (value === null || isCut || isPath)
      notes.push(`The ${part} was skipped because it is unclear in this URL. Enter it.`);
    else if (value !== '') parts[part] = value;
  }
  const password = pairs.names.findIndex((name) => settingNames.password.includes(name.toLowerCase()));
  const unused = pairs.names.filter((name) => !used.has(name.toLowerCase()));
  const shown = unused.filter((name) => password < 0 || pairs.names.indexOf(name) < password);
  if (pairs.hasStray) notes.push('A part of the URL was skipped because it is no setting.');
  const others = [...pairs.values].flatMap(([name, value]) =>
    used.has(name) || value === null || value.includes(expansionMark) ? [] : [[name, value] as const],
  );
  return {
    parts,
    placeholders,
    notes,
    others: new Map(others),
    names: shown,
    namesAfterPassword: unused.filter((name) => !shown.includes(name)),
  };
}

const partNames = (['server', 'port', 'database', 'user', 'password'] as const).map(
  (part) => [part, settingNames[part]] as const,
);
