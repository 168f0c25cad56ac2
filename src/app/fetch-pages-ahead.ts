import type { RegisteredRouter } from '@tanstack/react-router';
import { whenIdle } from '../ui/when-idle.ts';

/**
 * Prefetches the code of the other pages, of choosing a source, of creating and of the tables, one after another, when
 * the browser is idle. What cannot be prefetched is loaded when it is needed.
 */
export function fetchPagesAhead(router: RegisteredRouter): void {
  const loads: (() => unknown)[] = Object.values(router.routesById).map(
    (route) => () => router.loadRouteChunk(route),
  );
  loads.unshift(() => import('./choose-source.ts'));
  loads.push(
    () => import('../create/create-steps.ts'),
    () => import('../connections/tables/Tables.tsx'),
  );
  const fetchNext = () => {
    const load = loads.shift();
    if (load === undefined) return;
    whenIdle(() => {
      Promise.resolve(load()).then(fetchNext, fetchNext);
    });
  };
  fetchNext();
}
