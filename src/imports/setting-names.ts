import { findOverlay } from '../sources/find-overlay.ts';
import type { Source } from '../sources/source.ts';
import { paramField } from './reading.ts';

/** One named value of an environment file, a Postman environment, a flat JSON object or a form. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
  /** The section or the objects that contain it, such as `spring.datasource`. */
  readonly path?: string;
  /** See `Finding`. */
  readonly uncertain?: boolean;
  readonly isQuoted?: boolean;
  /** The setting is one of several on a line. */
  readonly inList?: boolean;
  /** The names of JSON are exact: `httpPath` is a param, `HTTP_PATH` is a variable of somebody. */
  readonly isExact?: boolean;
}

/** The names of each answer in Adobe's samples, consoles and libraries. */
const callerNames: readonly (readonly [meaning: string, names: string])[] = [
  [
    'apiKey',
    'API_KEY X_API_KEY CLIENT_ID AEP_API_KEY AEP_CLIENT_ID ADOBE_API_KEY ADOBE_CLIENT_ID IMS_CLIENT_ID PLATFORM_API_KEY',
  ],
  [
    'organizationId',
    'IMS_ORG IMS_ORG_ID IMS_ORGANIZATION_ID ORG_ID ORGANIZATION_ID X_GW_IMS_ORG_ID AEP_ORG_ID AEP_IMS_ORG AEP_IMS_ORG_ID ADOBE_ORG_ID ADOBE_IMS_ORG ADOBE_IMS_ORG_ID',
  ],
  [
    'accessToken',
    'ACCESS_TOKEN AEP_ACCESS_TOKEN ADOBE_ACCESS_TOKEN IMS_ACCESS_TOKEN IMS_TOKEN BEARER_TOKEN AUTHORIZATION TOKEN',
  ],
  ['sandbox', 'SANDBOX SANDBOX_NAME X_SANDBOX_NAME AEP_SANDBOX AEP_SANDBOX_NAME ADOBE_SANDBOX_NAME'],
  ['name', 'CONNECTION_NAME'],
  ['description', 'CONNECTION_DESCRIPTION'],
  [
    'clientSecret',
    'CLIENT_SECRET CLIENT_SECRETS SECRET AEP_CLIENT_SECRET ADOBE_CLIENT_SECRET IMS_CLIENT_SECRET',
  ],
];

/** Names that mean something only where nothing contains them: the token of another service is none of Adobe. */
const flatNames = /^(?:TOKEN|SECRET|BEARERTOKEN|AUTHORIZATION|APIKEY|ORGANIZATIONID|ORGID)$/;

/**
 * Determines the purpose of a setting from its name: a field, or `address`; undefined when it is not known. Names of
 * ODBC and of connect strings count in a list only. In files with one setting per line, the same names can be shell
 * variables.
 */
export type MeaningOf = (setting: Pick<Setting, 'key' | 'inList' | 'path'>) => string | undefined;

export function meaningsOf(source: Source): MeaningOf {
  const meanings = toMeanings([
    ...callerNames.map(([meaning, names]) => [meaning, names.split(' ')] as const),
    ['name', [`${source.slug}_CONNECTION_NAME`]],
    ['description', [`${source.slug}_CONNECTION_DESCRIPTION`]],
    ...source.authMethod.params.map(({ name, importNames }) => [paramField(name), importNames] as const),
    ['address', findOverlay(source)?.addressSettings ?? []],
  ]);
  const listMeanings = listMeaningsOf(source);
  return (setting) => {
    const key = normalize(setting.key);
    const direct = meanings.get(key);
    const { name, path } = locate(setting);
    if (path === '') return direct ?? (setting.inList === true ? listMeanings.get(key) : undefined);
    if (direct !== undefined && name !== setting.key) return direct;
    // In a section, a short name counts only where no longer one is given.
    const isShort = setting.path !== undefined && listMeanings.has(normalize(name));
    const whole = isShort
      ? undefined
      : (meanings.get(normalize(`${path}.${name}`)) ?? meanings.get(normalize(lastTwo(path, name))));
    const last = normalize(name);
    const isNested = !/adobe|aep|ims|platform|experience/i.test(path);
    const own = isNested && flatNames.test(last) ? undefined : meanings.get(last);
    return whole ?? own ?? (setting.inList === true ? listMeanings.get(last) : undefined);
  };
}

/** The short names of the params, such as UID. */
export function listMeaningsOf(source: Source): ReadonlyMap<string, string> {
  return toMeanings(
    source.authMethod.params.map(({ name, listNames = [] }) => [paramField(name), listNames]),
  );
}

function lastTwo(path: string, name: string): string {
  return `${path.split('.').at(-1) ?? ''}.${name}`;
}

/**
 * The name of a setting within its section. Properties of Java and variables of Adobe's `aio` have the section in
 * front.
 */
export function locate({ key, path = '' }: Pick<Setting, 'key' | 'path'>): { name: string; path: string } {
  if (path === '' && !/\.|^AIO_/i.test(key)) return { name: key, path };
  const parts = [...(path === '' ? [] : path.split('.')), ...splitKey(key)];
  const last = parts.at(-1) ?? '';
  // `"access_token": {"token": "..."}` in the files of aio.
  const isWrapped = /^(?:token|value)$/i.test(last) && /token$/i.test(parts.at(-2) ?? '');
  const named = isWrapped ? parts.slice(0, -1) : parts;
  return { name: named.at(-1) ?? '', path: named.slice(0, -1).join('.') };
}

/** In variables of aio, one underscore separates the parts of a path, and two stand for an underscore. */
function splitKey(key: string): readonly string[] {
  if (!/^AIO_/i.test(key)) return key.split('.').filter((part) => part !== '');
  return key.split(/(?<!_)_(?!_)/).map((part) => part.replaceAll('__', '_'));
}

function toMeanings(spellings: readonly (readonly [meaning: string, names: readonly string[]])[]) {
  return new Map(
    spellings.flatMap(([meaning, names]) => names.map((name) => [normalize(name), meaning] as const)),
  );
}

export function normalize(key: string): string {
  return key.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
