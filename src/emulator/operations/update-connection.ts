import { jsonAnswer } from '../answer.ts';
import { newEtag } from '../connections/new-etag.ts';
import type { Operation } from '../operation.ts';
import { applyPatch } from '../connections/apply-patch.ts';
import { problem } from '../refusal.ts';
import { findConnection } from './find-connection.ts';

/**
 * `PATCH /connections/{id}` (T-UPD, OAS-S): `If-Match` must contain the etag, including its double quotes
 * (OAS-D). The database is not opened.
 */
export const updateConnection: Operation = (call) => {
  const found = findConnection(call);
  const expected = call.headers.get('if-match');
  if (expected === null) throw problem('1403-400', 'The header If-Match is missing.', found.id);
  if (expected !== found.etag) {
    throw problem(
      '1404-412',
      `Supplied version=[${expected}] does not match the current version on entity=[${found.id}]`,
      found.id,
    );
  }
  const { caller, writeTime, newId } = call;
  const etag = newEtag(writeTime, newId);
  const saved = {
    ...applyPatch(found, call.body, call.specs),
    updatedAt: writeTime,
    updatedBy: caller.apiKey,
    updatedClient: caller.apiKey,
    version: etag,
    etag,
  };
  return { answer: jsonAnswer(200, { id: found.id, etag }), saved };
};
