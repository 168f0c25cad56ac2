import { type EndpointName, endpoints } from '../flow-service/endpoints.ts';
import { type Explanation, statusExplanations, tooSlow } from './explanations.ts';

/** Requests that wait for the database. The others wait for Adobe only. */
export const opensDatabase: readonly EndpointName[] = [
  'createConnection',
  'testConnection',
  'exploreConnection',
];

/** What an HTTP status means at an endpoint, when there is no more specific code. */
export function explainStatus(endpoint: EndpointName, status: number): Explanation {
  const { method, path } = endpoints[endpoint];
  if (status === 504 || status === 408) return explainTimeout(endpoint);
  if (status === 403 && endpoint === 'listSandboxes') return notListed;
  if (status === 403 && method === 'GET') return notSeen;
  if (status === 404 && !path.includes('{id}')) return refused;
  return statusExplanations[status] ?? (status >= 500 ? serviceFailed : refused);
}

/** Explains which part of the request timed out. */
export function explainTimeout(endpoint: EndpointName): Explanation {
  return opensDatabase.includes(endpoint) ? tooSlow : slowService;
}

const notListed: Explanation = {
  field: null,
  sentence: 'Your credentials don’t have permission to list sandboxes.',
  advice: 'Enter the name of the sandbox.',
};

const notSeen: Explanation = {
  field: null,
  sentence: 'Your credentials don’t have permission to view sources.',
  advice: 'Ask your administrator for the View Sources permission in this sandbox.',
};

const slowService: Explanation = {
  field: null,
  sentence: 'Experience Platform did not respond in time.',
  advice: 'Try again in a minute.',
};

const serviceFailed: Explanation = {
  field: null,
  sentence: 'Flow Service had an internal error.',
  advice: 'Try again in a minute. If the error persists, send the request ID to Adobe Support.',
};

const refused: Explanation = {
  field: null,
  sentence: 'Flow Service rejected the request.',
  advice: 'See the error details below.',
};
