import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { describeCertificate } from './describe-certificate.ts';
import type { HttpProxy } from './http-proxy.ts';
import { ProxyError } from '../proxy-error.ts';

/**
 * Opens a connection to a host and port through an HTTP proxy (RFC 9110, 9.3.6). undici's own agent has no timeout
 * for an HTTP proxy that does not answer, and does not report the status of a refusal. Without a connection, it
 * resolves with an error `unreachable`: only the host and port have left this machine.
 */
export function openTunnel(
  { origin, authorization }: HttpProxy,
  target: string,
  timeout: number,
): Promise<Socket | ProxyError> {
  const { protocol, host, hostname, port } = new URL(origin);
  const send = protocol === 'https:' ? httpsRequest : httpRequest;
  const request = send({
    method: 'CONNECT',
    host: hostname.replaceAll(/[[\]]/g, ''),
    port,
    path: target,
    headers: { host: target, ...(authorization !== null && { 'proxy-authorization': authorization }) },
    agent: false,
  });
  return new Promise((resolve) => {
    const fail = (what: string) => {
      clearTimeout(deadline);
      resolve(new ProxyError('unreachable', `The HTTP proxy ${host} of HTTPS_PROXY ${what}.`));
      request.destroy();
    };
    const deadline = setTimeout(fail, timeout, 'did not respond in time');
    request.on('error', (error) => fail(describeError(error)));
    request.on('connect', ({ statusCode: status = 0 }, socket: Socket, head) => {
      if (status < 200 || status > 299) {
        socket.destroy();
        fail(describeStatus(status, target, authorization !== null));
        return;
      }
      clearTimeout(deadline);
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    request.end();
  });
}

function describeError(error: Error): string {
  const code = 'code' in error ? String(error.code) : 'unknown cause';
  const certificate = describeCertificate(code);
  return certificate === null ? `cannot be reached (${code})` : `has a certificate that ${certificate}`;
}

function describeStatus(status: number, target: string, isSignedIn: boolean): string {
  if (status !== 407) return `did not connect to ${target} and responded with ${status}`;
  return isSignedIn
    ? 'does not accept the username and password in HTTPS_PROXY (407)'
    : 'requires sign-in (407). Add a username and password to HTTPS_PROXY';
}
