import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file of the built page, in memory. */
export interface PageFile {
  readonly contentType: string;
  /** In quotes, as in the header. */
  readonly etag: string;
  /** Its name changes with its content. */
  readonly isImmutable: boolean;
  /** The available encodings, the best first. */
  readonly encodings: readonly Encoding[];
  /** Compresses the file when an encoding is first requested, and caches the result. */
  readonly encode: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>;
}

export type Encoding = 'br' | 'gzip' | 'identity';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const compressible = /^text\/|\/(json|manifest\+json|svg\+xml)$/;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * @param path The path in the URL, such as `/assets/index-Dq3x.js`. Vite puts files with a hash in their name into
 * `/assets/`.
 * @param brotli The content as the build compressed it; null to compress it here.
 */
export function toPageFile(
  path: string,
  content: Uint8Array<ArrayBuffer>,
  brotli: Uint8Array<ArrayBuffer> | null = null,
): PageFile {
  const contentType = contentTypes[extname(path)] ?? 'application/octet-stream';
  const encoded = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  if (brotli !== null) encoded.set('br', Promise.resolve(brotli));
  return {
    contentType,
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`,
    isImmutable: path.startsWith('/assets/'),
    encodings: compressible.test(contentType) ? ['br', 'gzip', 'identity'] : ['identity'],
    encode(encoding) {
      const result = encoded.get(encoding) ?? compress(content, encoding);
      encoded.set(encoding, result);
      return result;
    },
  };
}

async function compress(
  content: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'gzip') return toGzip(content);
  if (encoding === 'br') {
    // One level below the best, which takes ten times as long.
    return toBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  }
  return content;
}
