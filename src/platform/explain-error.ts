import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type Explanation, explanations, statusExplanations } from './explanations.ts';

/**
 * What an error means to the person before the page. `paramNames`: the source's, to find the one a text names. By the whole problem code first, then by HTTP status:
 * the bare number means different things in Adobe's two error catalogues.
 */
export function explainError(error: unknown, paramNames: readonly string[]): Explanation {
  if (!(error instanceof FlowServiceError)) return unexpected;
  if (error.kind === 'network') return connectionBroken;
  if (error.kind === 'shape') return unreadableAnswer;
  const known =
    error.code === null ? undefined : (explanations[error.code] ?? explanations[anyPrefix(error.code)]);
  if (known !== undefined) return typeof known === 'function' ? known(error.detail ?? '', paramNames) : known;
  if (error.family === 'unreadable') return unreadableAnswer;
  const status = error.status ?? 0;
  return statusExplanations[status] ?? (status >= 500 ? serviceFailed : refused);
}

/** The connector layer's problem types have an undocumented prefix; its numbers 1300-1399 are its own. */
function anyPrefix(code: string): string {
  return code.replace(/^.*-(13\d\d-\d{3})$/, '*-$1');
}

const unexpected: Explanation = {
  field: null,
  sentence: 'This page ran into an error of its own.',
  advice: 'Try again. If it stays, reload the page.',
};

const connectionBroken: Explanation = {
  field: null,
  sentence: 'The connection to this page’s server broke before an answer came.',
  advice: 'Check that the server still runs and that you are online, then try again.',
};

const unreadableAnswer: Explanation = {
  field: null,
  sentence: 'The answer that came back is not one of Flow Service.',
  advice: 'Something between here and Adobe may have answered in its place. Try again in a minute.',
};

const serviceFailed: Explanation = {
  field: null,
  sentence: 'Flow Service failed on its side.',
  advice: 'Try again in a minute. If it stays, give Adobe’s support the request ID.',
};

const refused: Explanation = {
  field: null,
  sentence: 'Flow Service refused the request.',
  advice: 'Its own words below say why.',
};
