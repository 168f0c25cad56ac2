import type { ConnectionTest } from '../../api/connection-test.ts';
import { toFailureRoute } from '../../errors/failure-route.ts';
import { type Route, type RouteStates, toRoute } from '../../errors/route.ts';
import type { Access } from '../../session/access.tsx';
import type { Source } from '../../sources/source.ts';

/** The route of a connection test. `test`: null while it runs. */
export function toTestRoute({ sandbox }: Access, source: Source | null, test: ConnectionTest | null): Route {
  if (test?.error && test.outcome !== 'untestable') {
    const { route } = toFailureRoute(test.error, source);
    return route;
  }
  return toRoute({ sandbox, source }, test === null ? running : states[test.outcome]);
}

const running: RouteStates = { server: 'passed', adobe: 'passed', database: 'running' };

const states: Readonly<Record<ConnectionTest['outcome'], RouteStates>> = {
  passed: { server: 'passed', adobe: 'passed', database: 'passed' },
  failed: { server: 'passed', adobe: 'passed', database: 'failed' },
  untestable: { server: 'passed', adobe: 'passed', database: 'unknown' },
  unknown: { server: 'passed', adobe: 'passed', database: 'unknown' },
};
