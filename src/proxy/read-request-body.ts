import { ProxyError } from './proxy-error.ts';

/** Bytes. The body of a create request is below 2 KiB. */
const bodySize = 64 * 1024;

/**
 * The whole body of a request, or null when it has none.
 * @throws {ProxyError} `too-large` above 64 KiB; `forbidden` for an unexpected body, or one that is interrupted.
 */
export async function readRequestBody(request: Request): Promise<Uint8Array | null> {
  const { headers } = request;
  const length = Number(headers.get('content-length') ?? 0);
  if (length > bodySize) throw tooLarge();
  const hasBody = length > 0 || headers.has('transfer-encoding');
  if (request.method === 'GET' || request.method === 'DELETE') {
    if (hasBody)
      throw new ProxyError('forbidden', `A ${request.method} request must not have a body.`, { status: 400 });
    return null;
  }
  if (!hasBody) return null;
  try {
    // Node enforces a declared length. Only a chunked body must be counted.
    return length > 0 ? new Uint8Array(await request.arrayBuffer()) : await readChunks(request.body);
  } catch (error) {
    if (error instanceof ProxyError) throw error;
    throw new ProxyError('forbidden', 'The request was incomplete.', { status: 400 });
  }
}

/**
 * `hono/body-limit` would save one line. For a body that is too large by its stated length, it closes the connection
 * before the client can read the answer.
 */
async function readChunks(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > bodySize) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function tooLarge(): ProxyError {
  return new ProxyError('too-large', `The request is larger than ${bodySize} bytes.`);
}
