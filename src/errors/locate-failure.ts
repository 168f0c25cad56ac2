import type { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type ProxyFailure, readProxyFailure } from '../flow-service/schemas/proxy-problem.ts';

export interface FailureLocation {
  /** The way of the request, from here to the database. */
  readonly stations: readonly string[];
  /** Which of them failed, or was not reached. */
  readonly broken: 1 | 2 | 3;
  /** Whether it broke on the way to that station, not at it. */
  readonly isBetween: boolean;
  readonly words: string;
}

/** How far the request of an error got. */
export function locateFailure(error: FlowServiceError): FailureLocation {
  const service = error.sandbox === null ? 'Flow Service' : `Flow Service, sandbox ${error.sandbox}`;
  return { stations: ['Browser', 'This page’s server', service, 'Database'], ...locate(error) };
}

function locate(error: FlowServiceError): Omit<FailureLocation, 'stations'> {
  if (error.kind === 'network') {
    return between(1, 'The connection between the browser and this page’s server broke.');
  }
  if (error.family === 'proxy') {
    const failure = readProxyFailure(error.code);
    if (failure === 'unseen') return between(1, 'The request did not reach this page’s server.');
    if (failure === 'stale-key') {
      return between(1, 'This page’s server restarted before the answer reached the browser.');
    }
    if (error.reached === 'no') {
      return between(2, 'The request got as far as this page’s server and never left it.');
    }
    return locateBehindServer(failure);
  }
  if (isProviderFailure(error)) {
    return at(3, 'Flow Service took the request; the database refused or did not answer.');
  }
  return at(2, describeService(error));
}

/** Where a request broke that this page's server had sent on. */
function locateBehindServer(failure: ProxyFailure | null): Omit<FailureLocation, 'stations'> {
  switch (failure) {
    case 'timeout':
      return at(2, 'This page’s server sent the request on; Flow Service did not answer in time.');
    case 'redirected':
      return at(2, 'This page’s server sent the request on; the gateway led it elsewhere.');
    case 'malformed':
      return at(2, 'This page’s server sent the request on; the answer is not valid HTTP.');
    case 'too-large':
      return between(2, 'This page’s server sent the request on; the answer is larger than it passes back.');
    case 'busy':
      return between(
        2,
        'This page’s server sent the request on; it has no room for the answer at the moment.',
      );
    default:
      return between(
        2,
        'The connection between this page’s server and Flow Service broke after the request had left.',
      );
  }
}

function describeService(error: FlowServiceError): string {
  if (error.family === 'unreadable' || error.kind === 'shape') {
    return 'The request got to Flow Service; its answer cannot be read.';
  }
  return error.wasNotCarriedOut
    ? 'The request got as far as Flow Service, which did not carry it out.'
    : 'The request got as far as Flow Service, which failed on it.';
}

function at(broken: 1 | 2 | 3, words: string): Omit<FailureLocation, 'stations'> {
  return { broken, isBetween: false, words };
}

function between(broken: 1 | 2 | 3, words: string): Omit<FailureLocation, 'stations'> {
  return { broken, isBetween: true, words };
}

/** Flow Service quoting the provider, or the connector layer quoting Microsoft's (contract 9.3, 9.4). */
function isProviderFailure({ code }: FlowServiceError): boolean {
  return code !== null && /(?:^FLOW-1100-400|(?:^|-)1308-400|^FLOW-1104-504)$/.test(code);
}
