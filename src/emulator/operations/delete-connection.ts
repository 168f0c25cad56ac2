import { emptyAnswer } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { findConnection } from './find-connection.ts';

/** `DELETE /connections/{id}`: 204 (T-DEL, OAS-S; OAS-D says 202). No document requires `If-Match`. */
export const deleteConnection: Operation = (call) => {
  const { id } = findConnection(call);
  return { answer: emptyAnswer(204), deletedId: id };
};
