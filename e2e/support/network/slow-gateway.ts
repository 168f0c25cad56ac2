import { setTimeout } from 'node:timers/promises';
import { startGateway } from './gateway.ts';

/** A gateway before the local Flow Service that holds the answer to a create back for so long. */
export function startSlowGateway(milliseconds: number) {
  return startGateway({
    port: 0,
    onRequest: async ({ method, target }) => {
      if (method === 'POST' && target.endsWith('/connections')) await setTimeout(milliseconds);
    },
  });
}
