import type { Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import type { CheckRequest } from '../../flow-service/schemas/connection-check.ts';
import {
  type QueryServerAddress,
  type Transport,
  type TransportOptions,
  createTransport,
} from '../http-transport.ts';
import type { CheckRoute, ResolvedHost } from './check-route.ts';

/** The connections of one check. */
export interface CheckVisit {
  readonly address: QueryServerAddress;
  readonly options: TransportOptions;
  readonly signal: AbortSignal;
  readonly transport: Transport;
  /** Opens a TCP connection to the host. */
  openSocket(signal?: AbortSignal): Promise<Socket>;
  /** Closes all connections, and those that are opened later. */
  close(): void;
}

export function createVisit(
  { host, port, path, isEncrypted, credentials }: CheckRequest,
  resolved: ResolvedHost,
  {
    ca,
    timeout,
    signal,
  }: { readonly timeout: number; readonly signal: AbortSignal } & Pick<CheckRoute, 'ca'>,
): CheckVisit {
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  const address = { host, port, path, isEncrypted: isEncrypted === true, credentials };
  const options: TransportOptions = {
    async openSocket(...where) {
      const socket = await resolved.openSocket(...where);
      socket.on('error', () => undefined);
      return addAbortSignal(stop, socket);
    },
    ...(ca !== undefined && { ca }),
    timeout,
    signal: stop,
  };
  const transport = createTransport(address, options);
  return {
    address,
    options,
    signal: stop,
    transport,
    openSocket: (until = stop) => options.openSocket(host, port, until),
    close() {
      over.abort();
      transport.close();
    },
  };
}
