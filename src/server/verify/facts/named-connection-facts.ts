import { phoenixSpec } from '../../../emulator/connections/connection-specs.ts';
import { type Fact, at, fromAnswer, fromSuccess, isSuccess, judged, notSeen, showError } from '../fact.ts';

/** Facts about the connection that is tested and explored. */
export const namedConnectionFacts = {
  etagHeader: {
    statement: 'The response with a connection has no ETag header.',
    label: 'unknown',
    section: 'etag',
    judge: fromSuccess('connection', ({ headers }) => {
      const isThere = headers['etag'] !== undefined;
      return judged(!isThere, isThere ? 'it has one' : 'absent');
    }),
  },
  failedTest: {
    statement: 'A test that fails is an error with the text of the provider, not a result of false.',
    label: 'unknown',
    section: 'test-a-connection',
    judge: fromAnswer('test', (answer) => {
      const result = at(answer.body, 'result');
      if (result === true) return notSeen('the test passed');
      if (isSuccess(answer) && result !== false) return judged(false, 'neither true nor false');
      return judged(!isSuccess(answer), isSuccess(answer) ? 'result: false' : showError(answer));
    }),
  },
  testDuration: {
    statement: 'A test takes at most 60 seconds.',
    label: 'inferred',
    section: 'test-a-connection',
    judge: fromAnswer('test', ({ milliseconds }) => judged(milliseconds <= 60_000, `${milliseconds} ms`)),
  },
  exploreCase: {
    statement: 'objectType is accepted in lower case and in upper case.',
    label: 'conflict',
    section: 'explore-a-connection',
    judge: ({ answers }) => {
      const [lower, upper] = [answers.get('root'), answers.get('rootInUpperCase')];
      if (!lower || !upper) return notSeen('no response');
      if (!isSuccess(lower) && !isSuccess(upper)) return notSeen(showError(lower));
      return judged(isSuccess(lower) && isSuccess(upper), `root: ${lower.status}, ROOT: ${upper.status}`);
    },
  },
  exploreList: {
    statement: 'The list of tables is a bare array.',
    label: 'conflict',
    section: 'explore-a-connection',
    judge: fromSuccess('root', ({ body }) =>
      judged(Array.isArray(body), Array.isArray(body) ? `an array of ${body.length}` : 'an object'),
    ),
  },
  tablePath: {
    statement: 'The path of a Phoenix table is SCHEMA.TABLE.',
    label: 'inferred',
    section: 'explore-a-connection',
    judge: ({ answers }) => {
      const connection = answers.get('connection');
      if (at(connection?.body, 'items[].connectionSpec.id') !== phoenixSpec.id) {
        return notSeen('not a connection to Phoenix');
      }
      const paths = [answers.get('root')?.body].flat().map((table) => at(table, 'path'));
      const texts = paths.filter((path) => typeof path === 'string');
      if (texts.length === 0) return notSeen('no tables');
      // A table may be in no schema.
      const isSo =
        texts.every((path) => path.split('.').length <= 2) && texts.some((path) => path.includes('.'));
      return judged(isSo, isSo ? `${texts.length} paths` : 'another format');
    },
  },
  columnTypes: {
    statement: 'The type of a column is string, boolean or double.',
    label: 'inferred',
    section: 'explore-a-connection',
    judge: fromSuccess('table', ({ body }) => {
      const columns = at(body, 'schema.columns');
      const types = [columns].flat().map((column) => String(at(column, 'type')));
      const found = [...new Set(types)].map((type) => (/^\w{1,30}$/.test(type) ? type : 'another format'));
      const isSo = found.every((type) => ['string', 'boolean', 'double'].includes(type));
      return judged(isSo, found.join(', '));
    }),
  },
} as const satisfies Record<string, Fact>;
