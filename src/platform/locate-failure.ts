import type { FlowServiceError } from '../flow-service/flow-service-error.ts';

/** The way of a request, from here to the database. */
export const stations = ['Browser', 'This page’s server', 'Flow Service', 'Phoenix'] as const;

export interface FailureLocation {
  /** The station that failed, or that was not reached. */
  readonly broken: 1 | 2 | 3;
  /** Whether it broke on the way to that station, not at it. */
  readonly isBetween: boolean;
  readonly words: string;
}

/** How far the request of an error got. */
export function locateFailure(error: FlowServiceError): FailureLocation {
  if (error.kind === 'network') {
    return between(1, 'The connection between the browser and this page’s server broke.');
  }
  if (error.family === 'proxy') {
    return error.reached === 'no'
      ? between(2, 'The request got as far as this page’s server and never left it.')
      : between(
          2,
          'The connection between this page’s server and Flow Service broke after the request had left.',
        );
  }
  if (isProviderFailure(error)) {
    return {
      broken: 3,
      isBetween: false,
      words: 'Flow Service took the request; the database refused or did not answer.',
    };
  }
  return { broken: 2, isBetween: false, words: describeService(error) };
}

function describeService(error: FlowServiceError): string {
  if (error.family === 'unreadable' || error.kind === 'shape') {
    return 'The request got to Flow Service; its answer cannot be read.';
  }
  return error.wasNotCarriedOut
    ? 'The request got as far as Flow Service, which did not carry it out.'
    : 'The request got as far as Flow Service, which failed on it.';
}

function between(broken: 1 | 2 | 3, words: string): FailureLocation {
  return { broken, isBetween: true, words };
}

/** Flow Service quoting the provider, or the connector layer quoting Microsoft's (contract 9.3, 9.4). */
function isProviderFailure({ code }: FlowServiceError): boolean {
  return code !== null && /(?:^FLOW-1100-400|-1308-400|^FLOW-1104-504)$/.test(code);
}
