import { createFlowServiceClient } from './client.ts';
import type { ConnectionRequest, PatchOperation } from './connection-request.ts';
import type { Transport } from './send.ts';

export type ProgramClient = ReturnType<typeof createProgramClient>;

/** The client for programs. Unlike a browser, a program sends each request once, so its writes need no key. */
export function createProgramClient(transport: Transport) {
  const client = createFlowServiceClient(transport);
  return {
    ...client,
    createConnection: (sandbox: string, body: ConnectionRequest, signal?: AbortSignal) =>
      client.createConnection(sandbox, body, null, signal),
    updateConnection: (
      sandbox: string,
      id: string,
      etag: string,
      operations: readonly PatchOperation[],
      signal?: AbortSignal,
    ) => client.updateConnection(sandbox, id, etag, operations, null, signal),
    deleteConnection: (sandbox: string, id: string, signal?: AbortSignal) =>
      client.deleteConnection(sandbox, id, null, signal),
  };
}
