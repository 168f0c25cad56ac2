import { startGateway } from './gateway.ts';

/** A gateway before the local Flow Service that can be made to vanish between two requests. */
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
    /** The next read is answered, and after it nobody is there any more. */
    vanishAfterNextRead: () => {
      isLast = true;
    },
    close,
  };
}
