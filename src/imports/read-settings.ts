import { phoenix } from '../sources/phoenix.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { readPhoenixAddress } from './addresses/read-phoenix-address.ts';
import type { Finding, Findings } from './reading.ts';

/** One named value of an environment file, a Postman environment, a flat JSON object or a form. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
  /** See `Finding`. */
  readonly uncertain?: boolean;
  readonly isQuoted?: boolean;
  /** It is one of several on a line. */
  readonly inList?: boolean;
}

/** How each answer is called in Adobe's samples, its consoles and libraries, and in settings of Phoenix clients. */
const spellings: readonly (readonly [meaning: string, names: string])[] = [
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
  ['name', 'CONNECTION_NAME PHOENIX_CONNECTION_NAME'],
  ['description', 'CONNECTION_DESCRIPTION PHOENIX_CONNECTION_DESCRIPTION'],
  ...phoenix.params.map(({ name, importNames }) => [name, importNames.join(' ')] as const),
  [
    'clientSecret',
    'CLIENT_SECRET CLIENT_SECRETS SECRET AEP_CLIENT_SECRET ADOBE_CLIENT_SECRET IMS_CLIENT_SECRET',
  ],
  ['address', 'PHOENIX_URL PHOENIX_JDBC_URL PHOENIX_QUERY_SERVER_URL PQS_URL JDBC_URL'],
];

const meanings = new Map(
  spellings.flatMap(([meaning, names]) =>
    names.split(' ').map((name) => [normalize(name), meaning] as const),
  ),
);

/** Names of ODBC and of connect strings: where each setting has its own line, a shell's own variables go by them. */
const listMeanings: ReadonlyMap<string, string> = new Map(
  phoenix.params.flatMap(({ name, listNames = [] }) =>
    listNames.map((spelling) => [normalize(spelling), name] as const),
  ),
);

/** Whether it is known what a setting in a list is for. */
export function isKnownSetting(key: string): boolean {
  return meaningOf({ key, inList: true }) !== undefined;
}

function meaningOf({ key, inList }: Pick<Setting, 'key' | 'inList'>) {
  const name = normalize(key);
  return meanings.get(name) ?? (inList === true ? listMeanings.get(name) : undefined);
}

/** Sorts named values by what they are for. Keys are compared without regard to case and separators. */
export function readSettings(settings: readonly Setting[]): Findings {
  const findings: Finding[] = [];
  const unknownKeys: string[] = [];
  const notes: string[] = [];
  // This product's own settings: HOST and PORT are where it listens, not where Phoenix is.
  const isOwn = settings.some(({ key }) => /^AEP_/i.test(key));

  for (const setting of settings) {
    const { key, value } = setting;
    const meaning = isOwn && /^(?:HOST|PORT)$/i.test(key) ? undefined : meaningOf(setting);
    if (meaning === undefined) unknownKeys.push(key);
    else if (meaning === 'address') {
      const address = readAddress(setting);
      findings.push(...address.findings);
      notes.push(...address.notes);
      unknownKeys.push(...address.unknownKeys);
    } else {
      // The Developer Console lists client secrets, and nothing else that is used here.
      const single: unknown = Array.isArray(value) ? value[0] : value;
      findings.push({ ...setting, field: meaning, value: single });
    }
  }
  return { findings, unknownKeys, notes };
}

function readAddress({ key, value, uncertain }: Setting): Findings {
  const nothing: Findings = { findings: [], unknownKeys: [], notes: [] };
  if (typeof value !== 'string') return { ...nothing, unknownKeys: [key] };
  if (value.trim() === '') return nothing;
  const leftOut = (reason: string) => ({
    ...nothing,
    notes: [`The address in ${key} was left out: ${reason}`],
  });
  // Whatever field it is for, a placeholder is listed as one.
  if (isPlaceholder('name', value)) return { ...nothing, findings: [{ field: 'host', key, value }] };
  if (uncertain === true) return leftOut('it can be read in more than one way. Paste the address alone.');
  const address = readPhoenixAddress(value);
  if (address === null) return leftOut('it cannot be read. Paste the address alone.');
  return address.kind === 'refused' ? { ...nothing, notes: [address.reason] } : address;
}

function normalize(key: string): string {
  return key.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
