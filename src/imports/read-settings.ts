import { readPhoenixAddress } from './read-phoenix-address.ts';
import type { Finding, Findings } from './reading.ts';

/** One named value of an environment file, a Postman environment, a flat JSON object or a form. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
  /** See `Finding`. */
  readonly uncertain?: boolean;
}

/** How each answer is called in Adobe's samples, its consoles and libraries, and in settings of Phoenix clients. */
const spellings: readonly (readonly [meaning: Finding['field'] | 'address', names: string])[] = [
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
  ['host', 'HOST PHOENIX_HOST PQS_HOST'],
  ['port', 'PORT PHOENIX_PORT PQS_PORT'],
  ['httpPath', 'HTTP_PATH PHOENIX_HTTP_PATH PHOENIX_PATH PQS_PATH'],
  ['username', 'USERNAME PHOENIX_USERNAME PHOENIX_USER AVATICA_USER PQS_USER'],
  ['password', 'PASSWORD PHOENIX_PASSWORD AVATICA_PASSWORD PQS_PASSWORD'],
  ['enableSsl', 'ENABLE_SSL PHOENIX_ENABLE_SSL PHOENIX_SSL SSL'],
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

/** Sorts named values by what they are for. Keys are compared without regard to case and separators. */
export function readSettings(settings: readonly Setting[]): Findings {
  const findings: Finding[] = [];
  const unknownKeys: string[] = [];
  const notes: string[] = [];
  // This product's own settings: HOST and PORT are where it listens, not where Phoenix is.
  const isOwn = settings.some(({ key }) => /^AEP_/i.test(key));

  for (const { key, value, uncertain } of settings) {
    const meaning = isOwn && /^(?:HOST|PORT)$/i.test(key) ? undefined : meanings.get(normalize(key));
    if (meaning === undefined) unknownKeys.push(key);
    else if (meaning === 'address') {
      const address = typeof value === 'string' && uncertain !== true ? readPhoenixAddress(value) : null;
      if (address === null) unknownKeys.push(key);
      else if (address.kind === 'refused') notes.push(address.reason);
      else {
        findings.push(...address.findings);
        notes.push(...address.notes);
      }
    } else {
      // The Developer Console lists client secrets, and nothing else that is used here.
      const single: unknown = Array.isArray(value) ? value[0] : value;
      findings.push({ field: meaning, key, value: single, ...(uncertain === true && { uncertain }) });
    }
  }
  return { findings, unknownKeys, notes };
}

function normalize(key: string): string {
  return key.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
