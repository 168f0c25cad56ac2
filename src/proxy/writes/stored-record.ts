import * as z from 'zod/mini';
import { proxyProblem } from '../../flow-service/schemas/proxy-problem.ts';
import type { PageAnswer } from '../upstream/page-answer.ts';
import { ProxyError } from '../proxy-error.ts';
import { answerSize } from './kept-outcomes.ts';
import { tooLarge } from './store-errors.ts';

/** What Redis holds under a key, as JSON. */
const storedRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('running'), fingerprint: z.string(), owner: z.string() }),
  z.object({
    kind: z.literal('answered'),
    fingerprint: z.string(),
    status: z.number(),
    headers: z.record(z.string(), z.string()),
    /** Base64. */
    body: z.string(),
  }),
  z.object({
    kind: z.literal('failed'),
    fingerprint: z.string(),
    problem: proxyProblem,
    retryAfterSeconds: z.nullable(z.number()),
  }),
]);
export type StoredRecord = z.infer<typeof storedRecord>;
export type FinishedRecord = Extract<StoredRecord, { kind: 'answered' | 'failed' }>;

export function readStoredRecord(json: string): StoredRecord {
  return storedRecord.parse(JSON.parse(json));
}

/** The maximum bytes of one answer. Of a larger one, only the fact that it came is stored. */
const longestAnswer = 64 * 1024;

export function toAnswered(fingerprint: string, answer: PageAnswer): FinishedRecord {
  if (answerSize(answer) > longestAnswer) return toFailed(fingerprint, tooLarge());
  const { status, headers, body } = answer;
  return {
    kind: 'answered',
    fingerprint,
    status,
    headers: { ...headers },
    body: Buffer.from(body).toString('base64'),
  };
}

export function toFailed(fingerprint: string, error: unknown): FinishedRecord {
  const { problem, retryAfterSeconds } =
    error instanceof ProxyError ? error : new ProxyError('cut', 'The request failed in the server.');
  return { kind: 'failed', fingerprint, problem, retryAfterSeconds };
}

/** @throws {ProxyError} the stored failure. */
export function repeatRecord(record: FinishedRecord): PageAnswer {
  if (record.kind === 'failed') throw ProxyError.fromProblem(record.problem, record.retryAfterSeconds);
  const { status, headers, body } = record;
  return { status, headers, body: new Uint8Array(Buffer.from(body, 'base64')) };
}
