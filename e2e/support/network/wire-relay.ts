import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';
import { startOwnApp } from '../servers/own-app.ts';

/** The network faults for a request that changes something. */
export const wireFaults = [
  'none',
  /** The connection breaks before the request reaches the server. */
  'lostBefore',
  /** The connection is reset, or ended, just before the answer arrives. */
  'reset',
  'end',
  /** The connection breaks in the middle of the answer. */
  'midHeaders',
  'midBody',
  /** The answer arrives three seconds late. */
  'slow',
  /** The request arrives twice. */
  'repeat',
  /** The server restarts before its answer arrives. */
  'restart',
] as const;
export type WireFault = (typeof wireFaults)[number];

export interface WireRelay {
  /** Scheme, host and port for the browser. */
  readonly origin: string;
  /** Sets the faults of the next requests that change something, in order. Later requests have none. */
  readonly setFaults: (faults: readonly WireFault[]) => void;
  readonly close: () => Promise<void>;
}

/** The delay of a slow answer in milliseconds. */
const delay = 3000;

const changing = /^(?:POST|PATCH|DELETE) \/api\/flowservice\//;

/** The built app behind a relay of bytes. The relay works below the page and below the browser's own retries. */
export async function startWireRelay(settings: Readonly<Record<string, string>>): Promise<WireRelay> {
  let due: WireFault[] = [];
  let app = startOwnApp(settings);
  await app;
  const open = new Set<Socket>();

  /** New connections wait for the new server, as they would for a slow start. */
  async function restart(): Promise<void> {
    const previous = app;
    app = previous.then(async ({ close }) => {
      await close();
      return startOwnApp(settings);
    });
    await app;
  }

  async function dial(): Promise<Socket> {
    const { port } = new URL((await app).origin);
    const socket = connect(Number(port), 'localhost');
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    return socket;
  }

  async function serve(client: Socket): Promise<void> {
    let fault: WireFault = 'none';
    let repeated: Socket | null = null;
    const server = await dial();
    client.on('data', (chunk: Buffer) => {
      if (changing.test(chunk.toString('latin1', 0, 60))) {
        fault = due.shift() ?? 'none';
        if (fault === 'lostBefore') return void client.resetAndDestroy();
        if (fault === 'repeat') {
          void dial().then((other) => {
            repeated = other.resume();
            return other.write(chunk);
          });
        }
      } else repeated?.write(chunk);
      server.write(chunk);
    });
    server.on('data', (answer: Buffer) => void pass(answer));
    const pass = async (answer: Buffer) => {
      const now = fault;
      fault = 'none';
      switch (now) {
        case 'none':
        case 'repeat':
          client.write(answer);
          return;
        case 'slow':
          setTimeout(() => client.write(answer), delay);
          return;
        case 'end':
          client.end();
          return;
        case 'midHeaders':
          client.write(answer.subarray(0, 20), () => client.resetAndDestroy());
          return;
        case 'midBody':
          client.end(answer.subarray(0, -5));
          return;
        case 'restart':
          client.resetAndDestroy();
          await restart();
          return;
        case 'lostBefore':
        case 'reset':
          client.resetAndDestroy();
      }
    };
    client.on('close', () => server.destroy()).on('end', () => server.end());
    server.on('close', () => client.destroy());
    client.resume();
  }

  const relay = createServer({ pauseOnConnect: true }, (client) => {
    open.add(client);
    client.on('error', () => undefined).on('close', () => open.delete(client));
    void serve(client);
  }).listen(0, 'localhost');
  await once(relay, 'listening');
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('The relay has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    setFaults: (faults) => {
      due = [...faults];
    },
    close: async () => {
      relay.close();
      for (const socket of open) socket.destroy();
      await (await app).close();
    },
  };
}
