import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { toPageFile } from './page-file.ts';
import { pageHandler } from './page-handler.ts';

const html = '<!doctype html><title>page</title>';
const script = 'export const answer = 42;\n'.repeat(100);

const handle = pageHandler(
  new Map(
    Object.entries({ '/index.html': html, '/assets/index-abc.js': script, '/logo.png': 'PNG' }).map(
      ([path, content]) => [path, toPageFile(path, new TextEncoder().encode(content))],
    ),
  ),
  (path) =>
    Promise.resolve(
      path === '/drawn' ? toPageFile('/index.html', new TextEncoder().encode('drawn')) : undefined,
    ),
);

function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return handle(new Request(`http://localhost${path}`, { method, headers }));
}

const asPage = { accept: 'text/html,application/xhtml+xml' };

test.each(['/', '/connect/platform', '/connections/0d982fff-c443-403e-982f-ffc443f03e37', '/connections/'])(
  'a page address returns the page: %s',
  async (path) => {
    const response = await get(path, asPage);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toBe(html);
  },
);

test.each([
  '/assets/gone.js',
  '/assets/gone',
  '/favicon.ico',
  '/a/b.json',
  '//connect',
  '/connect//platform',
])('any other address without a file returns 404: %s', async (path) => {
  expect((await get(path, asPage)).status).toBe(404);
});

test('a page address returns the page only to a client that accepts HTML', async () => {
  expect((await get('/connect/platform', { accept: 'application/json' })).status).toBe(404);
});

test('only GET and HEAD are allowed', async () => {
  const response = await get('/', asPage, 'POST');
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('a file with a hash in its name is cached forever, and the page is revalidated each time', async () => {
  const [asset, page] = await Promise.all([get('/assets/index-abc.js'), get('/')]);
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(page.headers.get('cache-control')).toBe('no-cache');
});

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip;q=0.5', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
])('text is compressed as accepted: %s', async (accepted, encoding, decompress) => {
  const response = await get('/assets/index-abc.js', { 'accept-encoding': accepted });
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('vary')).toBe('accept-encoding');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.length).toBeLessThan(script.length);
  expect(decompress(bytes).toString()).toBe(script);
});

test.each([
  ['/assets/index-abc.js', 'deflate'],
  ['/assets/index-abc.js', 'br;q=0.0'],
  ['/logo.png', 'br'],
])('%s is sent uncompressed to a client that accepts %s', async (path, accepted) => {
  const response = await get(path, { 'accept-encoding': accepted });
  expect(response.headers.get('content-encoding')).toBeNull();
});

test('a file that the browser already has is not sent again', async () => {
  const first = await get('/', { 'accept-encoding': 'br' });
  const etag = first.headers.get('etag') ?? '';
  const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': `"other", W/${etag}` });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  const otherEncoding = await get('/', { 'if-none-match': etag });
  expect(otherEncoding.status).toBe(200);
});

test.each(['/', '/assets/index-abc.js', '/gone.js'])(
  '%s has the security headers of the page',
  async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  },
);
