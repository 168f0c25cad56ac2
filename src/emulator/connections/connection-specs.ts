import { databaseSpecs } from './database-specs.ts';

/** The part of the JSON Schema of `auth.params` that is read here. */
export interface ParamsSchema {
  readonly properties: Readonly<Record<string, { readonly type: string; readonly format?: string }>>;
  readonly required: readonly string[];
}

/** The part of a connection spec that is read here. The rest is served as it is. */
export interface ServedSpec {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly authSpec: readonly { readonly name: string; readonly spec: ParamsSchema }[];
}

/** How Phoenix signs in. */
export const phoenixAuth = {
  name: 'Basic Authentication',
  type: 'BasicAuthentication',
  spec: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    description: 'defines auth params required for connecting to Phoenix',
    properties: {
      host: { type: 'string', description: 'Phoenix server address', pattern: '^\\s*[^\\s/]+\\s*$' },
      port: { type: 'integer', default: 8765, minimum: 1, maximum: 65_535 },
      httpPath: { type: 'string', pattern: '^(/|$)' },
      username: { type: 'string' },
      password: { type: 'string', format: 'password' },
      enableSsl: { type: 'boolean', default: false },
    },
    required: ['host', 'username', 'password'],
  },
};

/**
 * The Phoenix spec, mostly inferred (docs/flow-service.md#connection-specs). Only its ID, its version, the name of
 * the auth spec and the meaning of the six params are documented. It is written by hand and not generated from the
 * zod schema, so that a test can compare the two.
 */
export const phoenixSpec = {
  id: '102706fb-a5cd-42ee-afe0-bc42f017ff43',
  name: 'phoenix',
  version: '1.0',
  providerId: '0ed90a81-07f4-4586-8190-b40eccef1c5a',
  authSpec: [phoenixAuth],
  sourceSpec: {
    name: 'Database',
    type: 'Database',
    spec: {
      type: 'object',
      properties: { tableName: { type: 'string' }, columns: { type: 'array' } },
      required: ['tableName'],
    },
  },
  exploreSpec: { name: 'Tabular', type: 'Tabular' },
  attributes: {
    category: 'Databases',
    connectorName: 'Phoenix',
    isSource: true,
    uiAttributes: { apiFeatures: { explorePaginationSupported: false } },
  },
};

/** Every connection spec of the local service. All organizations have the same specs (OAS-S). */
export const connectionSpecs: readonly ServedSpec[] = [phoenixSpec, ...databaseSpecs];
