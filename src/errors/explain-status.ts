import { type EndpointName, endpoints } from '../flow-service/endpoints.ts';
import { type Explanation, statusExplanations, tooSlow } from './explanations.ts';

/** Requests that wait for the database; the others wait for Adobe alone. */
const opensDatabase: readonly EndpointName[] = ['createConnection', 'testConnection', 'exploreConnection'];

/** What an HTTP status means at an endpoint, where no code says more. */
export function explainStatus(endpoint: EndpointName, status: number): Explanation {
  const { method, path } = endpoints[endpoint];
  if (status === 504 || status === 408) return explainTimeout(endpoint);
  if (status === 403 && endpoint === 'listSandboxes') return notListed;
  if (status === 403 && method === 'GET') return notSeen;
  if (status === 404 && !path.includes('{id}')) return refused;
  return statusExplanations[status] ?? (status >= 500 ? serviceFailed : refused);
}

/** Whose time ran out. */
export function explainTimeout(endpoint: EndpointName): Explanation {
  return opensDatabase.includes(endpoint) ? tooSlow : slowService;
}

const notListed: Explanation = {
  field: null,
  sentence: 'These credentials may not list sandboxes.',
  advice: 'Type the name of the sandbox.',
};

const notSeen: Explanation = {
  field: null,
  sentence: 'These credentials may not look at sources.',
  advice: 'Ask your administrator for the permission View Sources in this sandbox.',
};

const slowService: Explanation = {
  field: null,
  sentence: 'Experience Platform did not answer in time.',
  advice: 'Try again in a minute.',
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
