import { jsonAnswer } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { toConnectionItem } from '../connections/stored-connection.ts';
import { findConnection } from './find-connection.ts';

/** `GET /connections/{id}`: one connection in `items` (T-UPD). */
export const getConnection: Operation = (call) => ({
  answer: jsonAnswer(200, { items: [toConnectionItem(findConnection(call), call.secrets)] }),
});
