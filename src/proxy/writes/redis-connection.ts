import { createClient } from '@redis/client';
import { ProxyError } from '../proxy-error.ts';

/** Milliseconds in which Redis must answer. A write waits for it. */
const timeLimit = 3000;

/** The longest pause between two attempts to connect, in milliseconds. */
const longestPause = 2000;

export interface RedisConnection {
  /**
   * Runs a Lua script.
   * @throws {ProxyError} `no-store` when Redis does not answer in time or refuses; `busy` when it is full.
   */
  readonly run: (script: string, keys: readonly string[], words: readonly string[]) => Promise<unknown>;
  readonly close: () => void;
}

/**
 * Connects to Redis, again and again while it cannot be reached. Nothing is queued in the meantime.
 * @param url `redis://` or `rediss://`, with an optional user name, password and database number.
 * @param log Receives one line when Redis cannot be reached, and one when it can be reached again.
 */
export function connectToRedis(url: string, log: (line: string) => void): RedisConnection {
  const place = new URL(url).host;
  let wasDown = false;
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: timeLimit,
      reconnectStrategy: (retries) => Math.min(100 * 2 ** Math.min(retries, 10), longestPause),
    },
  });
  client.on('error', (error: Error) => {
    if (wasDown) return;
    wasDown = true;
    log(
      `Redis at ${place} cannot be reached (${error.message || error.name}). Requests that change data are refused.`,
    );
  });
  client.on('ready', () => {
    if (wasDown) log(`Redis at ${place} can be reached again.`);
    wasDown = false;
  });
  // It rejects only when the connection is closed while it is being made.
  client.connect().catch(() => undefined);

  return {
    async run(script, keys, words) {
      const late = AbortSignal.timeout(timeLimit);
      const isLate = new Promise<never>((_, reject) => {
        late.addEventListener('abort', () => reject(new Error('Redis did not answer in time.')));
      });
      try {
        return await Promise.race([client.eval(script, { keys: [...keys], arguments: [...words] }), isLate]);
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('OOM ')) {
          throw new ProxyError('busy', 'Redis has no memory left for another request. Try again later.');
        }
        throw new ProxyError('no-store', `Redis at ${place} did not answer.`);
      }
    },
    close: () => client.destroy(),
  };
}
