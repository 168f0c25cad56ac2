import { jsonAnswer } from '../answer.ts';
import { connectionSpecs } from '../connections/connection-specs.ts';
import { specFieldKinds } from '../connections/field-kind.ts';
import type { Operation } from '../operation.ts';
import { matches, parseProperties, project } from '../connections/property-query.ts';

/** `GET /connectionSpecs` (OAS-S), with the filters of SORT. */
export const listConnectionSpecs: Operation = ({ query }) => {
  const { filters, projection } = parseProperties(query.getAll('property'), specFieldKinds);
  const items = connectionSpecs
    .filter((spec) => filters.every((filter) => matches(spec, filter)))
    .map((spec) => project(spec, projection));
  return { answer: jsonAnswer(200, { items }) };
};
