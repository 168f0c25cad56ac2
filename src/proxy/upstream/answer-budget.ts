import type { MiddlewareHandler } from 'hono';
import { ProxyError } from '../proxy-error.ts';
import type { Bindings, Outgoing } from '../request-target.ts';

export interface BudgetLimits {
  /** The maximum bytes of all answers that are being read, from the service or by clients. */
  readonly bytes: number;
  /** Bytes at the beginning of an answer that are never delayed. Most answers are not longer. */
  readonly freeBytes: number;
  /** The maximum milliseconds for which an answer waits for room. */
  readonly waitTimeout: number;
  /** Milliseconds in which a client must read some of its answer when the room is needed. */
  readonly stall: number;
  /** How many times `stall` a client may take when the room is not needed. */
  readonly stalls: number;
}

const usualLimits: BudgetLimits = {
  bytes: 96 * 1024 * 1024,
  freeBytes: 64 * 1024,
  waitTimeout: 10_000,
  stall: 1000,
  stalls: 60,
};

/** An answer that is being read from the service. */
export interface Reading {
  /**
   * Resolves when there is room for this many more bytes.
   * @throws {ProxyError} `busy` when there is no room in time.
   */
  readonly take: (bytes: number) => Promise<void>;
  /** Releases the room. */
  readonly end: () => void;
}

/**
 * Limits the memory for answers, because each answer is buffered whole. While there is no room, nothing more is read
 * from the service. Clients that do not read their answer are disconnected to make room.
 */
export function createAnswerBudget(limits: BudgetLimits = usualLimits) {
  /** The bytes taken so far, in the order in which the readings started. */
  const readings = new Map<Reading, number>();
  const waiting = new Set<() => void>();
  let read = 0;
  let delivered = 0;

  const isFull = () => waiting.size > 0 || read + delivered > limits.bytes;

  function lookAgain(): void {
    for (const look of waiting) look();
  }

  /**
   * The first reading waits only for deliveries, not for other readings. Otherwise readings could wait for each
   * other.
   */
  function hasRoom(reading: Reading, taken: number, bytes: number): boolean {
    const [first] = readings.keys();
    return delivered + bytes + (reading === first ? taken : read) <= limits.bytes;
  }

  function tryTake(reading: Reading, bytes: number): boolean {
    const taken = readings.get(reading) ?? 0;
    if (taken + bytes > limits.freeBytes && !hasRoom(reading, taken, bytes)) return false;
    readings.set(reading, taken + bytes);
    read += bytes;
    return true;
  }

  function waitForRoom(reading: Reading, bytes: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        waiting.delete(look);
      };
      const look = () => {
        if (!tryTake(reading, bytes)) return;
        leave();
        resolve();
      };
      const timer = setTimeout(() => {
        leave();
        reject(noRoom());
      }, limits.waitTimeout);
      waiting.add(look);
    });
  }

  function deliver(outgoing: Outgoing, bytes: number): void {
    if (outgoing.closed) return;
    let stalls = 0;
    delivered += bytes;
    outgoing.on('close', () => {
      delivered -= bytes;
      lookAgain();
    });
    // Node calls back when the operating system has accepted no data for this long.
    outgoing.setTimeout(limits.stall, () => {
      stalls += 1;
      if (isFull() || stalls >= limits.stalls) outgoing.destroy();
      else outgoing.setTimeout(limits.stall);
    });
  }

  /** Counts an answer until its client has read it. */
  const countDelivery: MiddlewareHandler<{ Bindings: Bindings }> = async (context, next) => {
    await next();
    const bytes = Number(context.res.headers.get('content-length') ?? 0);
    // There are no bindings without a port.
    const outgoing = (context.env as Bindings | undefined)?.outgoing;
    if (outgoing) deliver(outgoing, bytes);
  };

  function startReading(): Reading {
    const reading: Reading = {
      take: async (bytes) => {
        if (!tryTake(reading, bytes)) await waitForRoom(reading, bytes);
      },
      end: () => {
        read -= readings.get(reading) ?? 0;
        readings.delete(reading);
        lookAgain();
      },
    };
    readings.set(reading, 0);
    return reading;
  }

  return { countDelivery, startReading };
}

export type AnswerBudget = ReturnType<typeof createAnswerBudget>;

function noRoom(): ProxyError {
  return new ProxyError(
    'busy',
    'The server does not have enough memory for more responses. Try again in a moment.',
    {
      reached: 'unknown',
    },
  );
}
