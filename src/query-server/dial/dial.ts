import type { LookupAddress } from 'node:dns';
import { lookup as lookUpByDns } from 'node:dns/promises';
import { type Socket, connect, isIP } from 'node:net';
import { explainConnectError } from '../explain-socket-error.ts';
import { QueryServerError } from '../query-server-error.ts';
import { toHostName } from './host-name.ts';
import { type DialPolicy, isAddressAllowed, isPortAllowed } from './dial-policy.ts';

/** {@link dial} under one policy, as a transport opens its sockets. */
export function createDialer(policy: DialPolicy) {
  return (host: string, port: number, signal: AbortSignal) => dial(host, port, { policy, signal });
}

export interface DialOptions {
  readonly policy: DialPolicy;
  readonly signal: AbortSignal;
  /** Resolves names to addresses; by default with the operating system's resolver. */
  readonly lookup?: (host: string) => Promise<readonly LookupAddress[]>;
}

/**
 * Opens a TCP connection to a host that the policy allows. The name is resolved once, and only the checked addresses
 * are dialed, so a name that resolves differently the next time has no effect. Proxy settings of the environment are
 * ignored.
 * @throws {QueryServerError} of the stages `hostName` and `network`.
 */
export async function dial(host: string, port: number, options: DialOptions): Promise<Socket> {
  return connectTo(await resolveHost(host, options), port, options);
}

/**
 * The addresses of a host, in the order in which they are tried. If one address is not allowed, the host is refused.
 * @throws {QueryServerError}
 */
export async function resolveHost(
  host: string,
  { policy, signal, lookup = lookUpAll }: DialOptions,
): Promise<readonly LookupAddress[]> {
  const name = toHostName(host);
  if (policy.reach === 'off') throw new QueryServerError('hostName', 'checkNotAllowed');
  if (name === '') throw new QueryServerError('hostName', 'hostUnknown');
  const family = isIP(name);
  const addresses = family === 0 ? await orAborted(lookup(name), signal) : [{ address: name, family }];
  if (addresses.length === 0) throw new QueryServerError('hostName', 'hostUnknown');
  if (!addresses.every(({ address }) => isAddressAllowed(address, policy))) {
    throw new QueryServerError('hostName', 'addressNotAllowed');
  }
  return addresses;
}

/**
 * Connects to the first address that accepts the connection.
 * @throws {QueryServerError}
 */
export async function connectTo(
  addresses: readonly LookupAddress[],
  port: number,
  { policy, signal }: DialOptions,
): Promise<Socket> {
  if (!addresses.every(({ address }) => isPortAllowed(address, port, policy))) {
    throw new QueryServerError('network', 'portNotAllowed');
  }
  return new Promise((resolve, reject) => {
    // The operating system receives the checked address, not the name.
    const socket = connect({
      host: 'judged.invalid',
      port,
      lookup: (_host, _options, callback) => callback(null, [...addresses]),
      autoSelectFamily: true,
    });
    const stop = () => {
      socket.destroy();
      reject(new QueryServerError('network', 'connectTimedOut'));
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    socket.once('error', (error) => reject(explainConnectError(error, 'network')));
    socket.once('connect', () => {
      signal.removeEventListener('abort', stop);
      resolve(socket);
    });
  });
}

async function lookUpAll(host: string): Promise<readonly LookupAddress[]> {
  try {
    return await lookUpByDns(host, { all: true });
  } catch (error) {
    throw explainConnectError(error, 'network');
  }
}

/** A lookup of the operating system cannot be canceled, so only the wait for it ends. */
async function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = () => reject(new QueryServerError('hostName', 'hostLookupFailed'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
