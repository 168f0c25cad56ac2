import { flowFieldKinds, sourceConnectionFieldKinds } from '../connections/field-kind.ts';
import { selectPage } from '../connections/select-page.ts';
import type { Operation } from '../operation.ts';
import { answerPage, readSelection } from './list-connections.ts';

/** `GET /flows` (OAS-S): the dataflows of the sandbox. */
export const listFlows: Operation = ({ usage, query }) =>
  answerPage(
    selectPage(usage().flows, readSelection(query), flowFieldKinds, (flow) => flow),
    query,
    '/flows',
  );

/** `GET /sourceConnections` (OAS-S, SORT), whether a dataflow uses them or not. */
export const listSourceConnections: Operation = ({ usage, query }) =>
  answerPage(
    selectPage(
      usage().sourceConnections,
      readSelection(query),
      sourceConnectionFieldKinds,
      (source) => source,
    ),
    query,
    '/sourceConnections',
  );
