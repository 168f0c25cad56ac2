import { setTimeout } from 'node:timers/promises';
import { startGateway } from './gateway.ts';

/** A gateway in front of the local Flow Service that delays the answer to a create. */
export function startSlowGateway(milliseconds: number) {
  return startGateway({
    port: 0,
    onRequest: async ({ method, target }) => {
      if (method === 'POST' && target.endsWith('/connections')) await setTimeout(milliseconds);
    },
  });
}
