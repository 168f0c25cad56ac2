import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Endpoint, endpoints } from '../../src/flow-service/endpoints.ts';
import { fetchTool } from './fetch-tool.ts';

/** The number of operations on the Swagger UI page. */
export const operationCount = Object.keys(endpoints).length;

const delivered = [
  'index.html',
  'index.css',
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'swagger-ui-standalone-preset.js',
  'favicon-32x32.png',
  'favicon-16x16.png',
] as const;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
};

/** Serves the page of the package with the address of its document changed, compressed like the wizard. */
export async function startSwaggerUi() {
  const folder = fetchTool('swagger-ui-dist');
  const read = (path: string) => readFileSync(join(folder, path));
  const start = read('swagger-initializer.js')
    .toString()
    .replace(/url: "[^"]+"/, 'url: "/openapi.json"');
  const files = new Map<string, Buffer>(
    [
      ['/openapi.json', Buffer.from(JSON.stringify(toOpenApi()))] as const,
      ['/swagger-initializer.js', Buffer.from(start)] as const,
      ...delivered.map((name) => [`/${name}`, read(name)] as const),
    ].map(([path, content]) => [path, compress(content)]),
  );
  const server = createServer(({ url = '/' }, answer) => {
    const path = url === '/' ? '/index.html' : url;
    const content = files.get(path);
    if (content === undefined) answer.writeHead(404);
    else answer.writeHead(200, { 'content-type': contentTypes[extname(path)], 'content-encoding': 'br' });
    answer.end(content);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return { origin: originOf(server), close: () => server.close().closeAllConnections() };
}

function compress(content: Buffer): Buffer {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

function originOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null)
    throw new Error('The Swagger UI server did not start.');
  return `http://127.0.0.1:${address.port}`;
}

/** A minimal document that lists the operations. */
function toOpenApi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [operationId, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const { method, service, path, query } = endpoint;
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const operation = {
      operationId,
      tags: [service],
      parameters: [
        ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        ...query.map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
      ],
      responses: { default: { description: 'The answer.' } },
    };
    const address = `/${service}${path}`;
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation };
  }
  return { openapi: '3.0.3', info: { title: 'Flow Service', version: '1' }, paths };
}
