import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { ProxyError } from '../proxy-error.ts';

type Decode = (body: Uint8Array, limits: { maxOutputLength: number }) => Promise<Uint8Array>;

const ungzip: Decode = promisify(gunzip);
const unzlib: Decode = promisify(inflate);
const undeflate: Decode = promisify(inflateRaw);

/** The content codings of RFC 9110, 8.4.1, and Brotli. Content named `deflate` often lacks its zlib wrapper. */
const decoders: Readonly<Record<string, Decode>> = {
  gzip: ungzip,
  'x-gzip': ungzip,
  br: promisify(brotliDecompress),
  deflate: (body, limits) =>
    unzlib(body, limits).catch((error: unknown) =>
      isTooLarge(error) ? Promise.reject(error) : undeflate(body, limits),
    ),
};

/**
 * @throws {ProxyError} `too-large`
 */
export async function readAtMost(
  body: AsyncIterable<Uint8Array>,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > size) throw tooLarge(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/**
 * Decodes a body, because secrets cannot be found in a compressed one. `encodings` is the value of the header: the
 * last one was applied last.
 * @throws {ProxyError} `too-large`, or `malformed` when the body cannot be decoded.
 */
export async function decodeBody(
  body: Uint8Array<ArrayBuffer>,
  encodings: string,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (body.length === 0) return body;
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  let decoded: Uint8Array = body;
  for (const name of names.filter((name) => name !== '' && name !== 'identity').reverse()) {
    const decode = decoders[name];
    if (!decode) throw unreadable();
    try {
      decoded = await decode(decoded, { maxOutputLength: size });
    } catch (error) {
      throw isTooLarge(error) ? tooLarge(size) : unreadable();
    }
  }
  return decoded === body ? body : new Uint8Array(decoded);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function tooLarge(size: number): ProxyError {
  return new ProxyError('too-large', `The response is larger than ${size} bytes.`, {
    status: 502,
    title: 'The response is too large',
    reached: 'unknown',
  });
}

function unreadable(): ProxyError {
  return new ProxyError('malformed', 'The response uses an unsupported compression.');
}
