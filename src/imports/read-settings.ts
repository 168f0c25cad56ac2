import { findOverlay } from '../sources/find-overlay.ts';
import type { Source } from '../sources/source.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { type Finding, type Findings, fromAddress, paramField } from './reading.ts';

/** One named value of an environment file, a Postman environment, a flat JSON object or a form. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
  /** See `Finding`. */
  readonly uncertain?: boolean;
  readonly isQuoted?: boolean;
  /** The setting is one of several on a line. */
  readonly inList?: boolean;
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

type MeaningOf = (setting: Pick<Setting, 'key' | 'inList'>) => string | undefined;

/**
 * Determines the purpose of a setting from its name: a field, or `address`; undefined when it is not known. Names of
 * ODBC and of connect strings count in a list only. In files with one setting per line, the same names can be shell
 * variables.
 */
export function meaningsOf(source: Source): MeaningOf {
  const meanings = toMeanings([
    ...callerNames.map(([meaning, names]) => [meaning, names.split(' ')] as const),
    ['name', [`${source.slug}_CONNECTION_NAME`]],
    ['description', [`${source.slug}_CONNECTION_DESCRIPTION`]],
    ...source.authMethod.params.map(({ name, importNames }) => [paramField(name), importNames] as const),
    ['address', findOverlay(source)?.addressSettings ?? []],
  ]);
  const listMeanings = toMeanings(
    source.authMethod.params.map(({ name, listNames = [] }) => [paramField(name), listNames]),
  );
  return ({ key, inList }) => {
    const name = normalize(key);
    return meanings.get(name) ?? (inList === true ? listMeanings.get(name) : undefined);
  };
}

function toMeanings(spellings: readonly (readonly [meaning: string, names: readonly string[]])[]) {
  return new Map(
    spellings.flatMap(([meaning, names]) => names.map((name) => [normalize(name), meaning] as const)),
  );
}

/** Assigns named values to fields. Keys are compared without regard to case and separators. */
export function readSettings(settings: readonly Setting[], source: Source): Findings {
  const meaningOf = meaningsOf(source);
  const findings: Finding[] = [];
  const unknownKeys: string[] = [];
  const notes: string[] = [];
  // In this product's own settings, HOST and PORT are the server's listen address, not that of the database.
  const isOwn = settings.some(({ key }) => /^AEP_/i.test(key));

  for (const setting of settings) {
    const { key, value } = setting;
    const meaning = isOwn && /^(?:HOST|PORT)$/i.test(key) ? undefined : meaningOf(setting);
    if (meaning === undefined) unknownKeys.push(key);
    else if (meaning === 'address') {
      const address = readAddress(setting, source);
      findings.push(...address.findings);
      notes.push(...address.notes);
      unknownKeys.push(...address.unknownKeys);
    } else {
      // The Developer Console lists client secrets as an array. No other array is used here.
      const single: unknown = Array.isArray(value) ? value[0] : value;
      findings.push({ ...setting, field: meaning, value: single });
    }
  }
  return { findings, unknownKeys, notes };
}

function readAddress({ key, value, uncertain }: Setting, source: Source): Findings {
  const nothing: Findings = { findings: [], unknownKeys: [], notes: [] };
  if (typeof value !== 'string') return { ...nothing, unknownKeys: [key] };
  if (value.trim() === '') return nothing;
  const leftOut = (reason: string) => ({
    ...nothing,
    notes: [`The address in ${key} was skipped because ${reason}`],
  });
  // A placeholder is reported as such whatever its field is.
  if (isPlaceholder(value)) return { ...nothing, findings: [{ field: 'name', key, value }] };
  if (uncertain === true) return leftOut('it is ambiguous. Paste only the address.');
  const address = findOverlay(source)?.readAddress(value) ?? null;
  if (address === null) return leftOut('it cannot be read. Paste only the address.');
  return address.kind === 'refused' ? { ...nothing, notes: [address.reason] } : fromAddress(address);
}

function normalize(key: string): string {
  return key.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
