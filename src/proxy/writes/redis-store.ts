import { setTimeout as pause } from 'node:timers/promises';
import type { PageAnswer } from '../upstream/page-answer.ts';
import { ProxyError } from '../proxy-error.ts';
import type { IdempotencyStore, KeyedWrite } from './idempotency-store.ts';
import type { RedisConnection } from './redis-connection.ts';
import { claimKey, readIdentity, readRecord, renewLease, replaceRecord } from './redis-scripts.ts';
import { createRunningWrites } from './running-writes.ts';
import { closed, mismatch, stale, unseen } from './store-errors.ts';
import { type StoredRecord, readStoredRecord, repeatRecord, toAnswered, toFailed } from './stored-record.ts';
import { createNonce, createSecret } from './write-key.ts';

export interface RedisStoreTimes {
  /** Milliseconds for which an outcome is stored, and for which a key stays closed. */
  readonly lifetime: number;
  /** Milliseconds after which a server that gives no sign counts as gone. It gives three signs in this time. */
  readonly lease: number;
  /** Milliseconds between two reads of a write that another server carries out. */
  readonly poll: number;
}

const usualTimes: RedisStoreTimes = { lifetime: 10 * 60_000, lease: 15_000, poll: 100 };

/** One hash slot, so that a script may use all keys in a Redis cluster. */
const prefix = '{connection-wizard}';
const identityKey = `${prefix}:identity`;
const recordKey = (key: string) => `${prefix}:write:${key}`;
const leaseKey = (key: string) => `${prefix}:lease:${key}`;

/**
 * Stores writes in Redis, for several servers behind one address. A server enters a key before it sends the request,
 * and renews a lease on the key while it waits for the answer. When the lease ends without an outcome, the server has
 * gone, and the outcome is unknown. Requests are not stored, only their digests and answers.
 */
export function createRedisStore(
  redis: RedisConnection,
  { lifetime, lease, poll }: RedisStoreTimes = usualTimes,
): IdempotencyStore {
  const owner = createNonce();
  const claims = new Map<string, string>();
  const running = createRunningWrites(settle);
  const renewal = setInterval(() => {
    for (const [key, claim] of claims) {
      const keys = [recordKey(key), leaseKey(key)];
      // A failure is not final: the next renewal follows before the lease ends.
      void redis.run(renewLease, keys, [claim, `${lifetime}`, `${lease}`]).catch(() => undefined);
    }
  }, lease / 3).unref();

  /** Replaces a record that this server has read. Returns whether it was still the same. */
  async function replace(key: string, old: string, next: StoredRecord | null): Promise<boolean> {
    const keys = [recordKey(key), leaseKey(key)];
    const words = [old, next === null ? '' : JSON.stringify(next), `${lifetime}`];
    return (await redis.run(replaceRecord, keys, words)) === 1;
  }

  /** Sends a write whose key was claimed. */
  async function settle({ key, fingerprint, send }: KeyedWrite, signal: AbortSignal): Promise<PageAnswer> {
    const claim = claims.get(key) ?? '';
    const keep = async (record: StoredRecord | null) => {
      claims.delete(key);
      // The client gets the outcome anyway. For others it is unknown when the lease has ended.
      await replace(key, claim, record).catch(() => false);
    };
    try {
      const answer = await send(signal);
      await keep(toAnswered(fingerprint, answer));
      return answer;
    } catch (error) {
      const wasSent = !(error instanceof ProxyError && error.problem.reached === 'no');
      await keep(wasSent ? toFailed(fingerprint, error) : null);
      throw error;
    }
  }

  /** Enters a record under a new key. Returns the JSON of the present record of a known key, else null. */
  async function claim(key: string, json: string): Promise<string | null> {
    const keys = [identityKey, recordKey(key), leaseKey(key)];
    const nonce = key.slice(0, key.indexOf('.'));
    const reply = await redis.run(claimKey, keys, [nonce, json, `${lifetime}`, `${lease}`]);
    if (reply === 'stale') throw stale();
    return typeof reply === 'string' ? reply : null;
  }

  /** Waits until the write of another server has an outcome. The record is read again by the caller. */
  async function waitForOther(key: string, json: string, fingerprint: string, signal: AbortSignal) {
    for (;;) {
      const reply = await redis.run(readRecord, [recordKey(key), leaseKey(key)], []);
      const [now, isAlive] = Array.isArray(reply) ? reply : [];
      if (now !== json) return;
      if (isAlive !== 1) {
        const error = new ProxyError(
          'cut',
          'The server that sent the request stopped before the response came.',
        );
        await replace(key, json, toFailed(fingerprint, error));
        return;
      }
      await pause(poll, undefined, { signal }).catch(() => {
        throw new ProxyError('cut', 'The client has left.');
      });
    }
  }

  return {
    async identity() {
      const reply = await redis.run(readIdentity, [identityKey], [createNonce(), createSecret()]);
      const [nonce, secret]: unknown[] = Array.isArray(reply) ? reply : [];
      if (typeof nonce !== 'string' || typeof secret !== 'string')
        throw new Error('Redis holds no identity.');
      return { nonce, secret };
    },
    async run(write) {
      const { key, fingerprint, signal } = write;
      for (;;) {
        const entry = running.get(key);
        if (entry && entry.fingerprint !== fingerprint) throw mismatch();
        if (entry) return running.wait(entry, signal);
        const json = JSON.stringify({ kind: 'running', fingerprint, owner } satisfies StoredRecord);
        const known = await claim(key, json);
        if (known === null) {
          claims.set(key, json);
          return running.wait(running.start(write), signal);
        }
        const record = readStoredRecord(known);
        if (record.kind === 'closed') throw closed();
        if (record.fingerprint !== fingerprint) throw mismatch();
        if (record.kind !== 'running') return repeatRecord(record);
        await waitForOther(key, known, record.fingerprint, signal);
      }
    },
    async read(key, signal) {
      for (;;) {
        const entry = running.get(key);
        if (entry) return running.wait(entry, signal);
        const known = await claim(key, JSON.stringify({ kind: 'closed' } satisfies StoredRecord));
        const record = known === null ? null : readStoredRecord(known);
        if (known === null || record === null || record.kind === 'closed') throw unseen();
        if (record.kind !== 'running') return repeatRecord(record);
        await waitForOther(key, known, record.fingerprint, signal);
      }
    },
    close() {
      clearInterval(renewal);
      redis.close();
    },
  };
}
