import { jsonAnswer } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { findConnection } from './find-connection.ts';

/** `GET /connections/{id}/test` (OAS-S): there is no database to ask, so only a scenario makes it fail. */
export const testConnection: Operation = (call) => {
  findConnection(call);
  return { answer: jsonAnswer(200, { result: true }) };
};
