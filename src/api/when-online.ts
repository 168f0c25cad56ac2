import { FlowServiceError } from '../flow-service/flow-service-error.ts';

/**
 * Sends a read again whenever the browser is back online, for as long as it fails because the browser is offline. The
 * server of the page may run on this computer, so the read is sent first in any case.
 */
export async function whenOnline<Answer>(signal: AbortSignal, read: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (navigator.onLine || !(error instanceof FlowServiceError) || error.kind !== 'network') throw error;
      await becomeOnline(signal);
    }
  }
}

function becomeOnline(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    window.addEventListener('online', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
