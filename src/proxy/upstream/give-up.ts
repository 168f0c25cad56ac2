import type { MiddlewareHandler } from 'hono';
import { ProxyError } from '../proxy-error.ts';

/** When the server must stop, answers requests whose answer from the service is still pending. */
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
    /** Answers all pending requests. */
    giveUp: () => {
      for (const leave of waiting) leave();
    },
  };
}

/** It is not known whether the request has reached the service. */
function stopped(): ProxyError {
  return new ProxyError(
    'timeout',
    'This server was stopped before the service responded. The service may still process the request.',
    { title: 'The server was stopped' },
  );
}
