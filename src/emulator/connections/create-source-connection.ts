import { sourceConnectionRequest } from '../../flow-service/schemas/source-connection.ts';
import { type Answer, jsonAnswer } from '../answer.ts';
import { checkCaller, checkSandbox } from '../caller.ts';
import { describeIssue, readBody } from '../read-body.ts';
import { scenarioApiKeys } from '../scenarios/find-scenario.ts';
import { newEtag } from './new-etag.ts';
import { problem } from '../refusal.ts';
import { type State, sandboxState } from '../state.ts';
import type { Dependencies } from '../dependencies.ts';

/**
 * `POST /sourceConnections` for a table (T-COLL): 201 with ID and etag.
 * @throws {Refusal} 1304-400 for a body of another shape, 1413-400 for another spec than the base connection's,
 * 1439-404 when the base connection does not exist
 */
export async function createSourceConnection(
  request: Request,
  state: State,
  dependencies: Dependencies,
): Promise<Answer> {
  const now = dependencies.now();
  const caller = checkCaller(request.headers, {
    now,
    keysForAnyToken: scenarioApiKeys,
    memory: state.memory,
  });
  const sandbox = checkSandbox(request.headers);
  const body = sourceConnectionRequest.safeParse(
    readBody(request.headers.get('content-type'), await request.text()),
  );
  if (!body.success) {
    throw problem('1304-400', describeIssue(body.error));
  }
  const { baseConnectionId, connectionSpec } = body.data;
  const held = sandboxState(state, caller.organizationId, sandbox.name);
  const base = held.connections.get(baseConnectionId);
  if (base === undefined) {
    throw problem('1439-404', `connections not found with id = [${baseConnectionId}]`, baseConnectionId);
  }
  if (base.connectionSpec.id !== connectionSpec.id) {
    throw problem('1413-400', `The base connection does not use the connection spec ${connectionSpec.id}.`);
  }
  const writeTime = Math.max(now, held.lastWrite + 1);
  const id = dependencies.newId();
  const etag = newEtag(writeTime, dependencies.newId);
  held.lastWrite = writeTime;
  held.sourceConnections.set(id, {
    ...body.data,
    id,
    connectionSpec: base.connectionSpec,
    createdAt: writeTime,
    updatedAt: writeTime,
    createdBy: caller.apiKey,
    sandboxName: sandbox.name,
    imsOrgId: caller.organizationId,
    state: 'enabled',
    inheritedAttributes: { baseConnection: { id: base.id, connectionSpec: base.connectionSpec } },
    version: etag,
    etag,
  });
  return jsonAnswer(201, { id, etag });
}
