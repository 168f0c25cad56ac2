import type { EndpointName } from '../flow-service/endpoints.ts';
import type { Operation } from './operation.ts';
import { createConnection } from './operations/create-connection.ts';
import { getConnection } from './operations/get-connection.ts';
import { getConnectionSpec } from './operations/get-connection-spec.ts';
import { listConnectionSpecs } from './operations/list-connection-specs.ts';
import { listConnections } from './operations/list-connections.ts';
import { listSandboxes } from './operations/list-sandboxes.ts';

/** What answers each endpoint. */
export const operations: Partial<Record<EndpointName, Operation>> = {
  createConnection,
  getConnection,
  getConnectionSpec,
  listConnectionSpecs,
  listConnections,
  listSandboxes,
};
