import { toFieldName } from '../connection-fields.ts';
import { deriveEndpoint } from '../derive-endpoint.ts';
import type { Reach } from '../endpoint.ts';
import type { Remark } from '../remarks.ts';
import type { AuthMethod, Param, ParamAnswers, SourceDescription } from '../source.ts';

interface Database {
  readonly slug: string;
  readonly name: string;
  /** Absent when the name is short enough. */
  readonly shortName?: string;
  readonly id: string;
  /** The param with the location of the database; null when it is part of a secret. */
  readonly address: string | null;
  /** null for a service whose values name no server. */
  readonly reach: Reach | null;
  /** What to check about the sign-in when a connection fails; absent for a usual username and password. */
  readonly hint?: string;
  readonly remarks: readonly Remark[];
  readonly authMethods: readonly [AuthMethod, ...AuthMethod[]];
}

/** The description of a database that needs no presets. Its params are recognized in settings by the source's slug. */
export function describeDatabase(database: Database): SourceDescription {
  const { slug, name, shortName = name, id, address, reach, authMethods } = database;
  const [first, ...others] = authMethods;
  const complete = (method: AuthMethod): AuthMethod => ({
    ...withImportNames(slug, method),
    endpoint: reach === null ? null : deriveEndpoint(method, reach),
  });
  return {
    slug,
    name,
    shortName,
    category: 'Databases',
    connectionSpec: { id, version: '1.0' },
    authMethods: [complete(first), ...others.map(complete)],
    address,
    endpoint: null,
    presetQuestion: null,
    presets: [],
    proposeName: (params) =>
      proposeName(
        shortName,
        (address !== null && params[address]) || params[toFieldName('connectionString', 'server')],
      ),
    // Adobe asks for UTC in every database whose tables it collects (T-COLL).
    remarks: [...database.remarks, 'utc'],
    ...(database.hint !== undefined && { hint: database.hint }),
  };
}

function withImportNames(slug: string, method: AuthMethod): AuthMethod {
  const params = method.params.map((param): Param => ({ ...param, importNames: [`${slug}_${param.name}`] }));
  return { ...method, params };
}

/** `MySQL sales` for the server `sales.example.com`; empty when no server can be recognized. */
function proposeName(shortName: string, address: ParamAnswers[string] | undefined): string {
  const host = typeof address === 'string' ? address.trim().replace(/^https?:\/\//, '') : '';
  if (!/^[\w.-]+$/.test(host)) return '';
  return `${shortName} ${/^[\d.]+$/.test(host) ? host : host.split('.', 1)[0]}`;
}
