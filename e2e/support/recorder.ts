import { type IncomingHttpHeaders, type IncomingMessage, createServer, request as forward } from 'node:http';
import { emulatorPort, recorderPort } from './ports.ts';

export interface RecordedRequest {
  readonly method: string;
  /** As it stood in the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Stands where the app at `recordedAppPort` expects its gateway: writes down every request, and passes it on to the local Flow Service. */
export async function startRecorder() {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (incoming, answer) => {
    const { method = '', url: target = '', headers } = incoming;
    const body = await readBody(incoming);
    requests.push({ method, target, headers, body: body.toString() });
    forward({ host: '127.0.0.1', port: emulatorPort, method, path: target, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    })
      .on('error', (error) => answer.destroy(error))
      .end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(recorderPort, '127.0.0.1', resolve);
  });
  return {
    requests: requests as readonly RecordedRequest[],
    async close(): Promise<void> {
      // The app keeps its connections open for the next request.
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
