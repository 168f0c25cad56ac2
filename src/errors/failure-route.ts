import { opensDatabase } from './explain-status.ts';
import type { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type ProxyFailure, readProxyFailure } from '../flow-service/schemas/proxy-problem.ts';
import type { Source } from '../sources/source.ts';
import { type Route, type RouteStates, toRoute } from './route.ts';

export interface FailureRoute {
  readonly route: Route;
  readonly words: string;
}

interface Failure extends Omit<RouteStates, 'database'> {
  /** The state of the database, if the request concerns it. */
  readonly database: RouteStates['server'];
  readonly words: string;
}

/** How far the request of an error got, and what failed. The source names the database; null when it is not known. */
export function toFailureRoute(error: FlowServiceError, source: Source | null): FailureRoute {
  const { words, database, ...states } = locate(error, source?.shortName ?? 'The database');
  const concernsDatabase = opensDatabase.includes(error.endpoint) || readProviderFailure(error) !== null;
  return {
    words,
    route: toRoute(
      { sandbox: error.sandbox, source },
      { ...states, database: concernsDatabase ? database : null },
    ),
  };
}

/** Whether the failure says something about Adobe or the database. */
export function hasReachedAdobe(error: FlowServiceError): boolean {
  return error.kind !== 'network' && error.kind !== 'version' && error.family !== 'proxy';
}

function locate(error: FlowServiceError, databaseName: string): Failure {
  if (error.kind === 'network' || error.kind === 'version') {
    return error.reached === 'no'
      ? beforeServer('waiting', 'The request was not sent.')
      : beforeServer('unknown', 'The connection between the browser and the wizard server was lost.');
  }
  if (error.family === 'proxy') {
    const failure = readProxyFailure(error.code);
    if (failure === 'unseen') return beforeServer('waiting', 'The request did not reach the wizard server.');
    if (failure === 'stale-key') {
      return beforeServer('unknown', 'The wizard server restarted before the response reached the browser.');
    }
    if (error.reached === 'no') {
      return beforeAdobe(
        'waiting',
        'The request reached the wizard server but was not sent to Flow Service.',
      );
    }
    return locateBehindServer(failure);
  }
  switch (readProviderFailure(error)) {
    case 'timeout':
      return {
        server: 'passed',
        adobe: 'passed',
        database: 'unknown',
        words: `Flow Service accepted the request. ${databaseName} did not respond in time.`,
      };
    case 'refused':
      return {
        server: 'passed',
        adobe: 'passed',
        database: 'failed',
        words: `Flow Service accepted the request. ${databaseName} rejected it or could not be reached.`,
      };
    case null:
      return atAdobe(error.wasNotCarriedOut ? 'waiting' : 'unknown', describeService(error));
  }
}

/** Where a request failed after this page's server had forwarded it. */
function locateBehindServer(failure: ProxyFailure | null): Failure {
  switch (failure) {
    case 'timeout':
      return {
        server: 'passed',
        adobe: 'unknown',
        database: 'unknown',
        words: 'The wizard server sent the request. Flow Service did not respond in time.',
      };
    case 'redirected':
      return atAdobe('unknown', 'The wizard server sent the request. The gateway redirected it.');
    case 'malformed':
      return atAdobe('unknown', 'The wizard server sent the request. The response is not valid HTTP.');
    case 'too-large':
      return beforeAdobe(
        'unknown',
        'The wizard server sent the request. The response exceeds the size limit.',
      );
    case 'busy':
      return beforeAdobe(
        'unknown',
        'The wizard server sent the request. The server does not have enough memory for the response.',
      );
    default:
      return beforeAdobe(
        'unknown',
        'The wizard server sent the request. Then the connection to Flow Service was lost.',
      );
  }
}

function describeService(error: FlowServiceError): string {
  if (error.family === 'unreadable' || error.kind === 'shape') {
    return 'The wizard server sent the request. The response cannot be read.';
  }
  return error.wasNotCarriedOut
    ? 'The request reached Flow Service, which did not process it.'
    : 'The request reached Flow Service, which failed to process it.';
}

/** `rest`: the state of all stops that follow the failure. */
function beforeServer(rest: 'waiting' | 'unknown', words: string): Failure {
  return { server: rest, adobe: rest, database: rest, cutBefore: 'server', words };
}

function beforeAdobe(rest: 'waiting' | 'unknown', words: string): Failure {
  return { server: 'passed', adobe: rest, database: rest, cutBefore: 'adobe', words };
}

function atAdobe(rest: 'waiting' | 'unknown', words: string): Failure {
  return { server: 'passed', adobe: 'failed', database: rest, words };
}

/**
 * Flow Service quotes the provider (ERR-F), and the connector layer quotes its driver (ERR-S). A source that times out
 * (1104-504) may still have done what it was asked to do.
 */
function readProviderFailure({ code }: FlowServiceError): 'refused' | 'timeout' | null {
  if (code === null) return null;
  if (/^FLOW-1104-504$/.test(code)) return 'timeout';
  return /(?:^FLOW-1100-400|(?:^|-)1308-400)$/.test(code) ? 'refused' : null;
}
