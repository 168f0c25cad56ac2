import { jsonAnswer } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { problem } from '../refusal.ts';

/**
 * `GET /connectionSpecs/{id}`: one spec in `items` (OAS-S, T-DRAFT). Its 404 is inferred from that of connections.
 */
export const getConnectionSpec: Operation = ({ id, specs }) => {
  const found = specs.find((spec) => spec.id === id);
  if (found === undefined) throw problem('1439-404', `connectionSpecs not found with id = [${id}]`, id);
  return { answer: jsonAnswer(200, { items: [found] }) };
};
