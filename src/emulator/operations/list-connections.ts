import { jsonAnswer } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { toConnectionItem } from '../stored-connection.ts';

/** `GET /connections`: newest first (OAS-D). */
export const listConnections: Operation = ({ connections, secrets }) => ({
  answer: jsonAnswer(200, {
    items: connections.map((stored) => toConnectionItem(stored, secrets)).toReversed(),
  }),
});
