import type { Source } from '../sources/source.ts';

/** `unknown`: the request may or may not have been there, or its outcome there is not known. */
export type StopState = 'waiting' | 'running' | 'passed' | 'failed' | 'unknown';

export interface Stop {
  readonly place: 'browser' | 'server' | 'adobe' | 'database';
  readonly name: string;
  readonly state: StopState;
  /** Whether the request failed between the previous stop and this one. */
  readonly isCutOff: boolean;
}

/** The stops of a request, from this page to the database if the request concerns one. */
export type Route = readonly Stop[];

/** The states after the browser, in the order of the stops. */
export interface RouteStates {
  readonly server: StopState;
  readonly adobe: StopState;
  /** null when the request does not concern the database. */
  readonly database: StopState | null;
  readonly cutBefore?: 'server' | 'adobe';
}

interface RouteNames {
  /** null when the request does not concern a sandbox. */
  readonly sandbox: string | null;
  /** null when the source is not known. */
  readonly source: Source | null;
}

export function toRoute({ sandbox, source }: RouteNames, states: RouteStates): Route {
  const { server, adobe, database, cutBefore } = states;
  const stop = (place: Stop['place'], name: string, state: StopState): Stop => ({
    place,
    name,
    state,
    isCutOff: place === cutBefore,
  });
  return [
    stop('browser', 'Browser', server === 'waiting' && cutBefore === undefined ? 'waiting' : 'passed'),
    stop('server', 'Wizard server', server),
    stop('adobe', sandbox === null ? 'Adobe' : `Adobe, sandbox ${sandbox}`, adobe),
    ...(database === null ? [] : [stop('database', source?.shortName ?? 'Database', database)]),
  ];
}

const stateWords: Readonly<Record<StopState, string>> = {
  waiting: 'waiting',
  running: 'in progress',
  passed: 'passed',
  failed: 'failed',
  unknown: 'unknown',
};

/** The same as text: `Browser: passed. Connection to Wizard server: failed.` */
export function describeRoute(route: Route): string {
  return route
    .map(({ name, state, isCutOff }) =>
      isCutOff
        ? `Connection to ${name}: failed. ${name}: ${stateWords[state]}.`
        : `${name}: ${stateWords[state]}.`,
    )
    .join(' ');
}
