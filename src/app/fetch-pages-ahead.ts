import type { RegisteredRouter } from '@tanstack/react-router';
import { whenIdle } from '../ui/when-idle.ts';

/**
 * Prefetches the code of the other pages and of creating, one after another, when the browser is idle. What cannot be
 * prefetched is loaded when it is needed.
 */
export function fetchPagesAhead(router: RegisteredRouter): void {
  const loads: (() => unknown)[] = Object.values(router.routesById).map(
    (route) => () => router.loadRouteChunk(route),
  );
  loads.push(() => import('../create/create-steps.ts'));
  const fetchNext = () => {
    const load = loads.shift();
    if (load === undefined) return;
    whenIdle(() => {
      Promise.resolve(load()).then(fetchNext, fetchNext);
    });
  };
  fetchNext();
}
