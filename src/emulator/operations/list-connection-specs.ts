import { jsonAnswer } from '../answer.ts';
import { specFieldKinds } from '../connections/field-kind.ts';
import type { Operation } from '../operation.ts';
import { matches, parseProperties, project } from '../connections/property-query.ts';

/** `GET /connectionSpecs` (OAS-S), with the filters of SORT. */
export const listConnectionSpecs: Operation = ({ query, specs }) => {
  const { filters, projection } = parseProperties(query.getAll('property'), specFieldKinds);
  const items = specs
    .filter((spec) => filters.every((filter) => matches(spec, filter)))
    .map((spec) => project(spec, projection));
  return { answer: jsonAnswer(200, { items }) };
};
