import * as z from 'zod/mini';
import { connectionRequest } from '../../flow-service/connection-request.ts';
import { jsonAnswer } from '../answer.ts';
import { checkAuth } from '../connections/check-auth.ts';
import type { ServedSpec } from '../connections/connection-specs.ts';
import { describeIssue } from '../read-body.ts';
import { newEtag } from '../connections/new-etag.ts';
import type { Operation } from '../operation.ts';
import { legacyRefusal } from '../refusal.ts';

/** The body without the version of the connection spec, as AEPP may send it. */
const bodyWithoutVersion = z.object({
  ...connectionRequest.shape,
  connectionSpec: z.object({ id: z.string(), version: z.optional(z.string()) }),
});

/**
 * `POST /connections` (OAS-S, T-PHX): 201 with ID and etag, and a `Location`, whose form is undocumented. A name may
 * be used twice. The database is not opened (docs/flow-service.md#does-create-check-the-database).
 */
export const createConnection: Operation = (call) => {
  if (call.query.has('mode')) {
    throw legacyRefusal(501, 'The local Flow Service does not support drafts.');
  }
  const request = (call.requiresVersion ? connectionRequest : bodyWithoutVersion).safeParse(call.body);
  if (!request.success) {
    // OAS-D: when a required field is missing, the answer is 422 with the one-line body.
    throw legacyRefusal(422, describeIssue(request.error));
  }
  const { name, description, auth } = request.data;
  const { id: specId, version = newestVersion(specId, call.specs) } = request.data.connectionSpec;
  const connectionSpec = { id: specId, version };
  checkAuth(connectionSpec, auth, call.specs);
  const { caller, sandbox, writeTime, newId } = call;
  const id = newId();
  const etag = newEtag(writeTime, newId);
  const saved = {
    id,
    name,
    ...(description !== undefined && { description }),
    createdAt: writeTime,
    updatedAt: writeTime,
    // A service token has no user, so the client is used for both fields (OAS-S).
    createdBy: caller.apiKey,
    updatedBy: caller.apiKey,
    createdClient: caller.apiKey,
    updatedClient: caller.apiKey,
    sandboxId: sandbox.id,
    sandboxName: sandbox.name,
    imsOrgId: caller.organizationId,
    connectionSpec,
    state: 'enabled' as const,
    auth,
    version: etag,
    etag,
  };
  return { answer: jsonAnswer(201, { id, etag }, { Location: `/connections/${id}` }), saved };
};

/** The version of a spec when the request names none (OAS-S). Here every spec has one version. */
function newestVersion(id: string, specs: readonly ServedSpec[]): string {
  return specs.find((spec) => spec.id === id)?.version ?? '1.0';
}
