import { emptyAnswer } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { problem } from '../refusal.ts';
import { flowsOf } from '../usage/stored-usage.ts';
import { findConnection } from './find-connection.ts';

/**
 * `DELETE /connections/{id}`: 204 (T-DEL, OAS-S; OAS-D says 202). No document requires `If-Match`. A connection that
 * dataflows use is not deleted.
 */
export const deleteConnection: Operation = (call) => {
  const { id } = findConnection(call);
  if (flowsOf(call.usage().flows, id).length > 0) {
    // The documented text names no dataflow (ERR-F).
    throw problem('1418-400', `The connection ${id} is still used by dataflows.`, id);
  }
  return { answer: emptyAnswer(204), deletedId: id };
};
