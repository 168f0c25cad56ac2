import { startGateway } from './gateway.ts';

/** A gateway in front of the local Flow Service that can disappear between two requests. */
export async function startCuttingGateway() {
  let isLast = false;
  const { origin, leave, close } = await startGateway({
    port: 0,
    onRequest: ({ method }) => {
      if (isLast && method === 'GET') leave();
    },
  });
  return {
    origin,
    /** Answers the next read and then accepts no more connections. */
    vanishAfterNextRead: () => {
      isLast = true;
    },
    close,
  };
}
