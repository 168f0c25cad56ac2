import type { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type ProxyFailure, readProxyFailure } from '../flow-service/schemas/proxy-problem.ts';

export interface FailureLocation {
  /** The stations of the request, from this page to the database. */
  readonly stations: readonly string[];
  /** The index of the station that failed or was not reached. */
  readonly broken: 1 | 2 | 3;
  /** Whether the failure is between the previous station and this one, not at the station. */
  readonly isBetween: boolean;
  readonly words: string;
}

/** How far the request of an error got. */
export function locateFailure(error: FlowServiceError): FailureLocation {
  const service = error.sandbox === null ? 'Flow Service' : `Flow Service, sandbox ${error.sandbox}`;
  return { stations: ['Browser', 'The wizard server', service, 'Database'], ...locate(error) };
}

function locate(error: FlowServiceError): Omit<FailureLocation, 'stations'> {
  if (error.kind === 'network') {
    return between(1, 'The connection between the browser and the wizard server was lost.');
  }
  if (error.family === 'proxy') {
    const failure = readProxyFailure(error.code);
    if (failure === 'unseen') return between(1, 'The request did not reach the wizard server.');
    if (failure === 'stale-key') {
      return between(1, 'The wizard server restarted before the response reached the browser.');
    }
    if (error.reached === 'no') {
      return between(2, 'The request reached the wizard server but was not sent to Flow Service.');
    }
    return locateBehindServer(failure);
  }
  if (isProviderFailure(error)) {
    return at(3, 'Flow Service accepted the request. The database rejected it or did not respond.');
  }
  return at(2, describeService(error));
}

/** Where a request failed after this page's server had forwarded it. */
function locateBehindServer(failure: ProxyFailure | null): Omit<FailureLocation, 'stations'> {
  switch (failure) {
    case 'timeout':
      return at(2, 'The wizard server sent the request. Flow Service did not respond in time.');
    case 'redirected':
      return at(2, 'The wizard server sent the request. The gateway redirected it.');
    case 'malformed':
      return at(2, 'The wizard server sent the request. The response is not valid HTTP.');
    case 'too-large':
      return between(2, 'The wizard server sent the request. The response exceeds the size limit.');
    case 'busy':
      return between(2, 'The wizard server sent the request. It is out of memory for the response.');
    default:
      return between(2, 'The wizard server sent the request. Then the connection to Flow Service was lost.');
  }
}

function describeService(error: FlowServiceError): string {
  if (error.family === 'unreadable' || error.kind === 'shape') {
    return 'The request reached Flow Service. The response cannot be read.';
  }
  return error.wasNotCarriedOut
    ? 'The request reached Flow Service, which did not process it.'
    : 'The request reached Flow Service, which failed to process it.';
}

function at(broken: 1 | 2 | 3, words: string): Omit<FailureLocation, 'stations'> {
  return { broken, isBetween: false, words };
}

function between(broken: 1 | 2 | 3, words: string): Omit<FailureLocation, 'stations'> {
  return { broken, isBetween: true, words };
}

/** Flow Service quotes the provider (ERR-F), and the connector layer quotes its driver (ERR-S). */
function isProviderFailure({ code }: FlowServiceError): boolean {
  return code !== null && /(?:^FLOW-1100-400|(?:^|-)1308-400|^FLOW-1104-504)$/.test(code);
}
