import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodings, reveals } from '../../testing/test-encodings.ts';
import { type RecordedRequest, startProxy, startTarget } from '../test-target.ts';

const clientSecret = String.raw`p8e-"secret"\/&<'>%41+=of-the-server`;
const toToken = (count: number) =>
  `eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIke${'Y291bnR'.repeat(12)}-${count}.c2lnbmF0dXJl_c2ln`;

/** Seconds: each token is used for half a minute, then replaced. */
const lifetime = 33;
/** A thousand answers, ten in each test. */
const batches = Array.from({ length: 100 }, (_, batch) => [batch * 10 + 1, batch * 10 + 10] as const);

const statuses = [200, 201, 400, 401, 403, 404, 409, 412, 415, 422, 429, 500, 502, 503, 504];
const contents: Readonly<Record<string, (quoted: string) => Buffer>> = {
  'application/json': (quoted) =>
    Buffer.from(JSON.stringify({ kept: 'before', message: quoted, after: 'kept' })),
  'application/problem+json': (quoted) => Buffer.from(`{"kept":1,"detail":"${quoted}","after":"kept"}`),
  'text/html; charset=utf-8': (quoted) => Buffer.from(`<p title="kept">Größe ${quoted}</p><p>after kept`),
  'text/plain; charset=utf-16le': (quoted) => Buffer.from(`kept ${quoted} after kept`, 'utf16le'),
  'application/x-www-form-urlencoded': (quoted) => Buffer.from(`kept=1&quoted=${quoted}&after=kept`),
  'application/xml': (quoted) => Buffer.from(`<kept><![CDATA[${quoted}]]></kept><after>kept</after>`),
  'application/octet-stream': (quoted) =>
    Buffer.concat([
      Buffer.from([0xff, 0, 0xfe]),
      Buffer.from(`kept ${quoted} after kept`),
      Buffer.from([0x80, 0xff]),
    ]),
};
const toBrotli = (body: Buffer) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
const compressions: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  identity: (body) => body,
  gzip: gzipSync,
  br: toBrotli,
  deflate: deflateSync,
  Deflate: deflateRawSync,
  'gzip, br': (body) => toBrotli(gzipSync(body)),
};

/** Selects an item by the digits of a number, so that all combinations occur equally often. */
function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('The list is empty.');
  return item;
}

/** Answers with everything that it received, encoded differently each time. */
async function echo(count: number, { headers, url, body }: RecordedRequest, response: ServerResponse) {
  const authorization = headers.authorization ?? '';
  const encode = pick(Object.values(encodings), count);
  const [contentType, write] = pick(Object.entries(contents), Math.floor(count / 3));
  const [encoding, compress] = pick(Object.entries(compressions), Math.floor(count / 5));
  const token = authorization.replace('Bearer ', '');
  const all = [
    encode(token),
    encode(clientSecret),
    encode(authorization),
    JSON.stringify(headers),
    url,
    body,
  ];
  const inHeader = encode(pick([token, clientSecret], count)).replaceAll(/\s/g, ' ');
  response.sendDate = false;
  response.writeHead(pick(statuses, Math.floor(count / 2)), `${token} ${clientSecret}`, {
    'content-type': count % 10 === 0 ? `text/plain; quoted=${inHeader}` : contentType,
    'content-encoding': encoding,
    etag: `"${inHeader}"`,
    'x-request-id': inHeader,
    'retry-after': inHeader,
    'www-authenticate': authorization,
    'set-cookie': `token=${token}`,
    location: `/?token=${token}`,
    'access-control-allow-headers': token,
    'x-echo': inHeader,
  });
  const bytes = compress(write(all.join(' ')));
  const size = Math.max(1, Math.floor(bytes.length / (1 + (count % 4))));
  for (let start = 0; start < bytes.length; start += size) {
    response.write(bytes.subarray(start, start + size));
    await setImmediate();
  }
  response.end();
}

function send(origin: string, count: number) {
  const url = `${origin}/api/flowservice/connections`;
  const headers = { 'x-connection-wizard': '1', 'x-sandbox-name': 'dev', 'content-type': 'application/json' };
  return count % 3 === 0 ? fetch(url, { method: 'POST', headers, body: '{}' }) : fetch(url, { headers });
}

test.each(batches)('no response from %i to %i contains a token or the client secret', async (first, last) => {
  let now = 0;
  let issued = 0;
  let count = first;
  const target = await startTarget((request, response) => {
    if (request.url === '/ims/token/v3') {
      issued += 1;
      response.end(JSON.stringify({ access_token: toToken(issued), expires_in: lifetime }));
    } else {
      void echo(count, request, response);
    }
  });
  const credentials = {
    kind: 'secret',
    clientId: 'id',
    organizationId: 'o',
    clientSecret,
    scopes: 's',
  } as const;
  const proxy = await startProxy(target.origin, { credentials, now: () => now });

  for (; count <= last; count += 1) {
    // Some requests use the first token, the later ones use the second.
    if (count === first + 5) now += lifetime * 1000;
    const response = await send(proxy.origin, count);
    const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
    const seen = [response.statusText, ...[...response.headers].flat(), body].join('\n');
    const found = [clientSecret, toToken(1), toToken(2)].filter((secret) => reveals(seen, secret));
    expect(found, `response ${count}`).toEqual([]);
    expect(response.status, `status of response ${count}`).toBe(pick(statuses, Math.floor(count / 2)));
    expect(body.replaceAll('\0', '')).toMatch(/kept.*\*{8}.*after.*kept/s);
  }
  expect(issued).toBe(2);
  expect(proxy.lines).toHaveLength(last - first + 1);
  expect(proxy.lines.filter((line) => /eyJ|p8e/i.test(line))).toEqual([]);
});
