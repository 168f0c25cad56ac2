import type { RegisteredRouter } from '@tanstack/react-router';
import { whenIdle } from '../ui/when-idle.ts';

/**
 * Prefetches the code of the other pages, one after another, when the first page is shown and the browser is idle. A
 * page that cannot be prefetched is loaded when the user opens it.
 */
export function fetchPagesAhead(router: RegisteredRouter): void {
  const stop = router.subscribe('onRendered', () => {
    stop();
    const routes = Object.values(router.routesById);
    const fetchNext = () => {
      const route = routes.shift();
      if (route === undefined) return;
      whenIdle(() => {
        Promise.resolve(router.loadRouteChunk(route)).then(fetchNext, fetchNext);
      });
    };
    fetchNext();
  });
}
