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

/** The data of a create request that is needed to find out whether it was carried out. It contains no secret. */
export interface Attempt extends ConnectionScope {
  /** The idempotency key of the request. The server of this page stores the answer under this key. */
  readonly key: IdempotencyKey;
  readonly name: string;
  readonly specId: string;
  /** The params that are not secrets, as text. */
  readonly target: Readonly<Record<string, string>>;
  /** The client that sent the request, or null when it is not known. */
  readonly clientId: string | null;
  /** The connections of that name that existed before the request. */
  readonly knownIds: readonly string[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** An attempt whose outcome is unknown. */
export interface UnfinishedCreate {
  readonly attempt: Attempt;
  /**
   * `left`: the user left the page before an answer arrived; `lost`: the connection broke before an answer arrived.
   */
  readonly cause: 'left' | 'lost';
  /** Whether the user stopped the search. The connection may still appear. */
  readonly isDismissed: boolean;
}

export function toScope({ credentials, sandbox }: Access): ConnectionScope {
  return { sandbox, organizationId: credentials?.organizationId ?? null };
}

/** A text that is the same for the same scope. */
export function toScopeKey({ sandbox, organizationId }: ConnectionScope): string {
  return JSON.stringify([organizationId, sandbox]);
}

/** The params of a request that are not secrets, as text, because a service may convert numbers to text or back. */
export function toTarget(source: Source, { auth }: ConnectionRequest): Attempt['target'] {
  const readable = Object.entries(auth.params).filter(([name]) => !isSecret(source, name));
  return Object.fromEntries(
    readable.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
