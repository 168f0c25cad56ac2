import type { Connection } from '../../flow-service/schemas/connection.ts';
import { endpoints } from '../../flow-service/endpoints.ts';
import { type ExploredTable, rootQuery, tableQuery } from '../../flow-service/schemas/explore.ts';
import {
  sourceConnectionEndpoint,
  toFileSourceConnectionRequest,
  toOtherSourceConnectionRequest,
  toSourceConnectionRequest,
} from '../../flow-service/schemas/source-connection.ts';
import type { RequestTemplate, Variable } from '../../flow-service/to-curl.ts';
import { toWireRequest } from '../../flow-service/wire-request.ts';
import { isSecret } from '../../sources/secrets.ts';
import type { SourceKind } from '../../sources/live/source-kind.ts';
import type { Source } from '../../sources/source.ts';

/** The values that all requests of a connection share. */
export interface RequestScope {
  /** See `gatewayUrl`. */
  readonly gateway: string;
  readonly sandbox: string;
  readonly connection: Connection;
}

/** Lists the tables of the database (T-TAB). */
export function tablesRequest({ gateway, sandbox, connection }: RequestScope): RequestTemplate {
  return (variable) =>
    toWireRequest(caller(gateway, variable), endpoints.exploreConnection, {
      sandbox,
      id: connection.id,
      query: rootQuery,
    });
}

/** Asks for the columns and sample rows of a table (T-TAB). */
export function tableRequest({ gateway, sandbox, connection }: RequestScope, path: string): RequestTemplate {
  return (variable) =>
    toWireRequest(caller(gateway, variable), endpoints.exploreConnection, {
      sandbox,
      id: connection.id,
      query: tableQuery(path),
    });
}

/** Creates a source connection for a table: the first request of Adobe's tutorial on collecting data (T-COLL). */
export function sourceConnectionRequest(
  { gateway, sandbox, connection }: RequestScope,
  path: string,
  table: ExploredTable,
): RequestTemplate {
  return (variable) =>
    toWireRequest(caller(gateway, variable), sourceConnectionEndpoint, {
      sandbox,
      body: toSourceConnectionRequest(connection, path, table),
    });
}

/** Creates a source connection for a source without tables. Its path or params are placeholders. */
export function sourceConnectionWithoutTable(
  { gateway, sandbox, connection }: RequestScope,
  { kind, params }: SourceKind,
): RequestTemplate {
  return (variable) =>
    toWireRequest(caller(gateway, variable), sourceConnectionEndpoint, {
      sandbox,
      body:
        kind === 'files'
          ? toFileSourceConnectionRequest(connection)
          : toOtherSourceConnectionRequest(connection, params),
    });
}

/**
 * Creates another connection with the same values. Its secrets come from shell variables, because they cannot be read
 * back.
 */
export function createRequest(
  { gateway, sandbox, connection }: RequestScope,
  source: Source,
  nameVariable: (param: string) => string = (param) => secretVariable(source, param),
): RequestTemplate {
  const { name, description, auth, connectionSpec } = connection;
  const stored = auth?.params ?? {};
  return (variable) => {
    const params = source.authMethod.params.flatMap(({ name: param }) => {
      if (isSecret(source, param)) return [[param, variable(nameVariable(param))]];
      return stored[param] === undefined ? [] : [[param, stored[param]]];
    });
    return toWireRequest(caller(gateway, variable), endpoints.createConnection, {
      sandbox,
      body: {
        name,
        ...(description !== undefined && { description }),
        auth: { specName: source.authMethod.specName, params: Object.fromEntries(params) },
        connectionSpec: { ...source.connectionSpec, ...connectionSpec },
      },
    });
  };
}

/** The shell variables that every request uses. They have the names from Adobe's Postman environment (PM). */
export const callerVariables = ['ACCESS_TOKEN', 'API_KEY', 'IMS_ORG'] as const;

/** The shell variable for a secret, from the source's slug and the param's name. */
export function secretVariable({ slug }: Source, param: string): string {
  return `${slug}_${param}`.replaceAll(/\W/g, '_').toUpperCase();
}

function caller(baseUrl: string, variable: Variable) {
  const [accessToken, apiKey, organizationId] = callerVariables;
  return {
    baseUrl,
    credentials: {
      accessToken: variable(accessToken),
      apiKey: variable(apiKey),
      organizationId: variable(organizationId),
    },
  };
}
