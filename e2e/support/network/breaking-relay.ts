import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';

/**
 * Where the connection of a write breaks: `request`, before the request is forwarded; `answer`, when the answer has
 * arrived and nothing was returned; `head`, in the middle of the answer's head; `body`, in the middle of its body.
 */
type BreakPoint = 'request' | 'answer' | 'head' | 'body';

export interface Break {
  readonly at: BreakPoint;
  /** `reset` resets the connection. `end` closes it normally, which loses no returned data. */
  readonly by: 'reset' | 'end';
  /** Called at the moment of the break. */
  readonly meanwhile?: () => void;
}

const writeLine = /^(?:POST|PATCH|DELETE) \/api\/flowservice\/connections/;

/**
 * A relay between a browser and the wizard's server. It forwards bytes and breaks the connections of writes on
 * request.
 */
export async function startBreakingRelay(origin: string) {
  let servicePort = Number(new URL(origin).port);
  let next: Break | null = null;
  let every: Break | null = null;
  let writes = 0;
  const sockets = new Set<Socket>();

  const relay = createServer((browser) => {
    const service = connect(servicePort, 'localhost');
    for (const socket of [browser, service]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    let current: Break | null = null;
    let answer = Buffer.alloc(0);
    const breakOff = ({ by, meanwhile }: Break) => {
      if (by === 'reset') browser.resetAndDestroy();
      else browser.end();
      service.destroy();
      meanwhile?.();
    };
    browser.on('data', (data) => {
      if (writeLine.test(data.toString('latin1'))) {
        writes += 1;
        current = next ?? every;
        next = null;
        answer = Buffer.alloc(0);
      }
      if (current?.at === 'request') breakOff(current);
      else service.write(data);
    });
    service.on('data', (data) => {
      if (current === null) {
        browser.write(data);
        return;
      }
      answer = Buffer.concat([answer, data]);
      const passed = lengthToPass(answer, current.at);
      if (passed === null) return;
      browser.write(answer.subarray(0, passed));
      breakOff(current);
    });
    browser.on('close', () => service.destroy());
    service.on('close', () => browser.end());
  });
  const listen = async (port: number) => {
    relay.listen(port, 'localhost');
    await once(relay, 'listening');
    const address = relay.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return address.port;
  };
  const port = await listen(0);
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };

  return {
    origin: `http://localhost:${port}`,
    /** Breaks the next write. */
    breakNext: (one: Break) => {
      next = one;
    },
    /** Breaks every write from now on, or none if null. */
    breakEvery: (one: Break | null) => {
      every = one;
    },
    /** Resets all connections. */
    breakAll,
    /** The number of writes that the browser has sent. */
    writes: () => writes,
    /** Forwards new connections to another server. */
    leadTo: (other: string) => {
      servicePort = Number(new URL(other).port);
    },
    /** Stops listening and accepts no more connections. */
    leave: () => {
      relay.close();
      breakAll();
    },
    comeBack: () => listen(port),
    close: async () => {
      breakAll();
      if (relay.listening) await new Promise((resolve) => relay.close(resolve));
    },
  };
}

/** The number of bytes of an answer that are returned before the break, or null while too few have arrived. */
function lengthToPass(answer: Buffer, at: BreakPoint): number | null {
  if (at === 'answer') return 0;
  if (at === 'head') return 30;
  const head = answer.indexOf('\r\n\r\n');
  const bodyStart = head + 4;
  return head === -1 || answer.length < bodyStart + 2 ? null : bodyStart + 1;
}
