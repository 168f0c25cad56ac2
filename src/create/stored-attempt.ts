import * as z from 'zod/mini';
import { type IdempotencyKey, readKeyNonce } from '../flow-service/idempotency-key.ts';

/** An attempt as it is stored in the tab. */
export const storedAttempt = z.object({
  key: z.custom<IdempotencyKey>((key) => typeof key === 'string' && readKeyNonce(key) !== null),
  name: z.string(),
  sandbox: z.string(),
  organizationId: z.nullable(z.string()),
  specId: z.string(),
  target: z.record(z.string(), z.string()),
  clientId: z.nullable(z.string()),
  knownIds: z.readonly(z.array(z.string())),
  startedAt: z.number(),
});
