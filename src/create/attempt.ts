import type { IdempotencyKey } from '../flow-service/idempotency-key.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import type { Access } from '../session/access.tsx';
import { isSecret } from '../sources/secrets.ts';
import type { Source } from '../sources/source.ts';

/** Where a connection is created: connections are visible only in their organization and sandbox. */
export interface ConnectionScope {
  readonly sandbox: string;
  /** null: the organization of the server's credentials. */
  readonly organizationId: string | null;
}

/** What must be remembered of a creating request to find out whether it was carried out. It holds no secret. */
export interface Attempt extends ConnectionScope {
  /** The idempotency key of the request: by it the server of this page knows the answer. */
  readonly key: IdempotencyKey;
  readonly name: string;
  readonly specId: string;
  /** The params that are no secrets, as text. */
  readonly target: Readonly<Record<string, string>>;
  /** The client that sent it; null when it is not known. */
  readonly clientId: string | null;
  /** The connections of that name that were there before. */
  readonly knownIds: readonly string[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** An attempt whose outcome is not known. */
export interface UnfinishedCreate {
  readonly attempt: Attempt;
  /** `left`: the page was left before an answer came; `lost`: the connection broke before an answer came. */
  readonly cause: 'left' | 'lost';
  /** Whether the user stopped looking for it. The connection may still appear. */
  readonly isDismissed: boolean;
}

export function toScope({ credentials, sandbox }: Access): ConnectionScope {
  return { sandbox, organizationId: credentials?.organizationId ?? null };
}

/** A text that is the same for the same scope. */
export function toScopeKey({ sandbox, organizationId }: ConnectionScope): string {
  return JSON.stringify([organizationId, sandbox]);
}

/** The params of a request that are no secrets, as text: a service may turn a number into text or back. */
export function toTarget(source: Source, { auth }: ConnectionRequest): Attempt['target'] {
  const readable = Object.entries(auth.params).filter(([name]) => !isSecret(source, name));
  return Object.fromEntries(readable.map(([name, value]) => [name, String(value)]));
}
