import type { Operation } from './operation.ts';
import { createConnection } from './operations/create-connection.ts';
import { deleteConnection } from './operations/delete-connection.ts';
import { exploreConnection } from './operations/explore-connection.ts';
import { getConnection } from './operations/get-connection.ts';
import { getConnectionSpec } from './operations/get-connection-spec.ts';
import { getSandbox } from './operations/get-sandbox.ts';
import { listConnectionSpecs } from './operations/list-connection-specs.ts';
import { listConnections } from './operations/list-connections.ts';
import { listFlows, listSourceConnections } from './operations/list-flows.ts';
import { listAllSandboxes, listSandboxes } from './operations/list-sandboxes.ts';
import { testConnection } from './operations/test-connection.ts';
import { updateConnection } from './operations/update-connection.ts';
import type { ServedEndpointName } from './served-endpoints.ts';

/** The operation of each endpoint. */
export const operations: Readonly<Record<ServedEndpointName, Operation>> = {
  createConnection,
  deleteConnection,
  exploreConnection,
  getConnection,
  getConnectionSpec,
  getSandbox,
  listAllSandboxes,
  listConnectionSpecs,
  listConnections,
  listFlows,
  listSandboxes,
  listSourceConnections,
  testConnection,
  updateConnection,
};
