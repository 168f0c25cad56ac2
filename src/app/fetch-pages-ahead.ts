import type { RegisteredRouter } from '@tanstack/react-router';
import { whenIdle } from '../ui/when-idle.ts';

/**
 * Fetches the code of the other pages, one after another, while nobody waits: it begins when the first page is there
 * and the browser has nothing better to do. A page that cannot be fetched now is fetched when it is wanted.
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
