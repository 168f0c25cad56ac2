import { type ServedSpec, connectionSpecs, phoenixAuth, phoenixSpec } from './connection-specs.ts';

/** Definitions of Phoenix, and of further sources, that Adobe might serve. Scenarios serve them. */

const { httpPath, ...otherParams } = phoenixAuth.spec.properties;
const catalog = { type: 'string', title: 'Catalog', description: 'the catalog that contains the schemas' };

/** One more param must be sent. */
export const withNewParam = changePhoenix({
  ...phoenixAuth,
  spec: {
    ...phoenixAuth.spec,
    properties: { ...phoenixAuth.spec.properties, catalog },
    required: [...phoenixAuth.spec.required, 'catalog'],
  },
});

/** `httpPath` is called `path`, and one more param must be sent. */
export const withRenamedParam = changePhoenix({
  ...phoenixAuth,
  spec: {
    ...phoenixAuth.spec,
    properties: { ...otherParams, path: httpPath, catalog },
    required: [...phoenixAuth.spec.required, 'catalog'],
  },
});

/** PostgreSQL's auth spec was renamed in this way. */
export const withOtherAuthName = changePhoenix({ ...phoenixAuth, name: 'Basic Authentication for Phoenix' });

/** A param is required that does not exist, as in specs of Amazon S3. */
export const withUnknownRequired = changePhoenix({
  ...phoenixAuth,
  spec: { ...phoenixAuth.spec, required: [...phoenixAuth.spec.required, 'keyspace'] },
});

/** The definition does not say how to sign in. */
export const withoutAuth = changePhoenix();

/** The only way to sign in needs tokens from a consent page. */
export const withOAuthOnly = changePhoenix({
  name: 'OAuth2 Refresh Code',
  spec: {
    properties: {
      host: { type: 'string' },
      clientId: { type: 'string' },
      clientSecret: { type: 'string', format: 'password' },
      refreshToken: { type: 'string', format: 'password' },
    },
    required: ['host', 'clientId', 'clientSecret', 'refreshToken'],
  },
});

/** 300 sources that the organization defined itself. */
export const customSpecs: readonly ServedSpec[] = Array.from({ length: 300 }, (_, index) => {
  const number = String(index + 1).padStart(3, '0');
  return {
    id: `c0570000-0000-4000-8000-000000000${number}`,
    name: `custom-source-${number}`,
    version: '1.0',
    authSpec: [
      {
        name: 'API Key',
        type: 'ApiKey',
        spec: {
          $schema: 'http://json-schema.org/draft-07/schema#',
          type: 'object',
          properties: {
            endpoint: { type: 'string', title: 'Endpoint', description: 'the address of the service' },
            apiToken: { type: 'string', title: 'API token', format: 'password' },
            region: { type: 'string', title: 'Region', enum: ['us', 'eu', 'apac'] },
            isArchived: { type: 'boolean', title: 'Include archived records' },
          },
          required: ['endpoint', 'apiToken'],
        },
      },
    ],
    sourceSpec: { name: 'Custom', type: 'Custom' },
    exploreSpec: { name: 'Tabular', type: 'Tabular' },
    attributes: { category: index % 3 === 0 ? 'Protocols' : 'Marketing automation', isSource: true },
    createdAt: 1_760_000_000_000 + index,
  };
});

const changed = [
  withNewParam,
  withRenamedParam,
  withOtherAuthName,
  withUnknownRequired,
  withoutAuth,
  withOAuthOnly,
];

/** By the ID of the spec. */
const secretParams = new Map<string, ReadonlySet<string>>();
for (const { id, authSpec } of [...connectionSpecs, ...changed, ...customSpecs]) {
  const secrets = authSpec
    .flatMap(({ spec }) => Object.entries(spec.properties))
    .flatMap(([name, { format }]) => (format === 'password' ? [name] : []));
  secretParams.set(id, new Set([...(secretParams.get(id) ?? []), ...secrets]));
}

/** The params of a spec that any of its definitions marks as a secret. A connection may outlive a scenario. */
export function findSecretParams(specId: string): ReadonlySet<string> {
  return secretParams.get(specId) ?? new Set();
}

/** Whether any spec marks a param with this name as a secret. */
export function isSecretParam(name: string): boolean {
  return [...secretParams.values()].some((names) => names.has(name));
}

function changePhoenix(...authSpec: ServedSpec['authSpec'][number][]): ServedSpec {
  return { ...phoenixSpec, authSpec };
}
