import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { proxyPort } from '../servers/ports.ts';
import { login, publicName, publicOrigin } from '../servers/documented-nginx.ts';

const ownHeaders = {
  Host: new URL(publicOrigin).host,
  Authorization: `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`,
};

export interface ProxiedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Sends a request to nginx with any headers, including those that browsers do not allow. It is signed in unless the
 * headers say otherwise.
 */
export async function sendThroughProxy(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<ProxiedAnswer> {
  const sent = request({
    host: '127.0.0.1',
    port: proxyPort,
    path,
    method,
    agent: false,
    servername: publicName,
    // The certificate of the test is self-signed.
    rejectUnauthorized: false,
    headers: { ...ownHeaders, ...headers, ...(body !== '' && { 'Content-Length': Buffer.byteLength(body) }) },
  });
  const answered = once(sent, 'response');
  sent.end(body);
  const [answer] = await answered;
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}
