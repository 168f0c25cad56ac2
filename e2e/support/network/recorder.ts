import { type PassedRequest, startGateway } from './gateway.ts';
import { recorderPort } from '../servers/ports.ts';

interface Recorder {
  readonly requests: readonly PassedRequest[];
  readonly close: () => Promise<void>;
}

/** Stands where the app at `recordedAppPort` expects its gateway: writes down every request, and passes it on to the local Flow Service. */
export async function startRecorder(): Promise<Recorder> {
  const requests: PassedRequest[] = [];
  const { close } = await startGateway({
    port: recorderPort,
    onRequest: (request) => void requests.push(request),
  });
  return { requests, close };
}
