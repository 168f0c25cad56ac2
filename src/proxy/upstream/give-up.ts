import type { MiddlewareHandler } from 'hono';
import { ProxyError } from '../proxy-error.ts';

/** Lets requests that wait for the service be answered before it has answered, when the server has to stop. */
export function createGiveUp() {
  const waiting = new Set<() => void>();

  const orGiveUp: MiddlewareHandler = (_context, next) =>
    new Promise((resolve, reject) => {
      const leave = () => reject(stopped());
      waiting.add(leave);
      void next()
        .then(resolve, reject)
        .finally(() => waiting.delete(leave));
    });

  return {
    orGiveUp,
    /** Answers all that are waiting now. */
    giveUp: () => {
      for (const leave of waiting) leave();
    },
  };
}

/** The request may be anywhere on its way. */
function stopped(): ProxyError {
  return new ProxyError(
    'timeout',
    'This server was stopped before the service responded. The service may still process the request.',
    { title: 'The server was stopped' },
  );
}
