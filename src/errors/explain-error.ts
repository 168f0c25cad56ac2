import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { readProxyFailure } from '../flow-service/schemas/proxy-problem.ts';
import { explainStatus, explainTimeout } from './explain-status.ts';
import type { Source } from '../sources/source.ts';
import {
  type Explanation,
  explanations,
  newToken,
  newTokenElsewhere,
  serverExplanations,
} from './explanations.ts';
import { proxyExplanations } from './proxy-explanations.ts';

/**
 * What an error means to the user. It is looked up by the whole problem code first, then by HTTP status, because the
 * bare number means different things in Adobe's two error catalogs. The source finds the param that a text is about;
 * null when the source is not known.
 */
export function explainError(error: unknown, source: Source | null): Explanation {
  if (!(error instanceof FlowServiceError)) return unexpected;
  const explanation = explain(error, source);
  // Users cannot correct the server's credentials on this page.
  const servers = explanation.field === null ? undefined : serverExplanations[explanation.field];
  return error.credentials === 'server' && servers !== undefined ? servers : explanation;
}

/** The same on a page whose secrets are cleared when the user leaves it, so that not all values are kept. */
export function explainBesideSecrets(error: unknown, source: Source | null): Explanation {
  const explanation = explainError(error, source);
  return explanation === newToken ? newTokenElsewhere : explanation;
}

function explain(error: FlowServiceError, source: Source | null): Explanation {
  if (error.kind === 'network') return connectionBroken;
  if (error.kind === 'version') return noVersion;
  if (error.kind === 'shape') return unreadableAnswer;
  if (error.kind === 'size') return tooLargeAnswer;
  const proxyFailure = readProxyFailure(error.code);
  if (proxyFailure === 'timeout') return explainTimeout(error.endpoint);
  if (proxyFailure !== null) return proxyExplanations[proxyFailure];
  const known =
    error.code === null
      ? undefined
      : (explanations.get(error.code) ?? explanations.get(anyPrefix(error.code)));
  if (known !== undefined) return typeof known === 'function' ? known(error.detail ?? '', source) : known;
  // An overloaded gateway answers with an HTML page.
  if (error.family === 'unreadable' && error.status !== 429) return unreadableAnswer;
  return explainStatus(error.endpoint, error.status ?? 0);
}

/**
 * The problem types of the connector layer have an undocumented prefix or none. Only this layer uses the numbers
 * 1300-1399.
 */
function anyPrefix(code: string): string {
  return code.replace(/^(?:.*-)?(13\d\d-\d{3})$/, '*-$1');
}

const unexpected: Explanation = {
  field: null,
  sentence: 'An unexpected error occurred on this page.',
  advice: 'Try again. If the error persists, reload the page.',
};

const connectionBroken: Explanation = {
  field: null,
  sentence: 'The connection to the wizard server was lost before a response arrived.',
  advice: 'Check that the server is running and that you are online. Then try again.',
};

const noVersion: Explanation = {
  field: null,
  sentence: 'Flow Service returned no ETag of this connection, so it cannot be changed safely.',
  advice: 'Reload the page and try again. If the error persists, send the connection ID to Adobe Support.',
};

const tooLargeAnswer: Explanation = {
  field: null,
  sentence: 'The response from Flow Service is too large for this page.',
  advice: 'Use the Flow Service API to read it.',
};

const unreadableAnswer: Explanation = {
  field: null,
  sentence: 'The response is not from Flow Service.',
  advice: 'A proxy or gateway between the wizard server and Adobe may have sent it. Try again in a minute.',
};
