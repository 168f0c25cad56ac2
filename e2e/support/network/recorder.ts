import { type PassedRequest, startGateway } from './gateway.ts';
import { recorderPort } from '../servers/ports.ts';

interface Recorder {
  readonly requests: readonly PassedRequest[];
  readonly close: () => Promise<void>;
}

/**
 * A gateway at the address that the app at `recordedAppPort` uses. It records every request and forwards it to the
 * local Flow Service.
 */
export async function startRecorder(): Promise<Recorder> {
  const requests: PassedRequest[] = [];
  const { close } = await startGateway({
    port: recorderPort,
    onRequest: (request) => void requests.push(request),
  });
  return { requests, close };
}
