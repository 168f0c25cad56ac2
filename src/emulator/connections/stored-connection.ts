import { findSecretParams } from './changed-specs.ts';

/** A connection as the service stores it, with secrets in plain text. */
export interface StoredConnection {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly createdBy: string;
  readonly updatedBy: string;
  readonly createdClient: string;
  readonly updatedClient: string;
  readonly sandboxId: string;
  readonly sandboxName: string;
  readonly imsOrgId: string;
  readonly connectionSpec: { readonly id: string; readonly version: string };
  readonly state: 'enabled';
  readonly auth: { readonly specName: string; readonly params: Readonly<Record<string, unknown>> };
  /** The same as `etag` in every sample (OAS-S, T-UPD). */
  readonly version: string;
  readonly etag: string;
}

/**
 * How a secret appears in a response is not documented (docs/flow-service.md#secrets-in-responses), so each form is
 * an option.
 */
export type SecretView = 'mask' | 'omit' | 'opaque';

/**
 * The connection as a response shows it, always without secrets (OAS-S speaks of a partial view of the credentials).
 */
export function toConnectionItem(stored: StoredConnection, view: SecretView): StoredConnection {
  const secrets = findSecretParams(stored.connectionSpec.id);
  const params = Object.entries(stored.auth.params).flatMap(([name, value]) => {
    if (!secrets.has(name)) return [[name, value]];
    return view === 'omit' ? [] : [[name, view === 'mask' ? 'xxxx' : opaque(stored.etag)]];
  });
  return { ...stored, auth: { ...stored.auth, params: Object.fromEntries(params) } };
}

/** Looks like an encrypted value but contains nothing of the secret. */
function opaque(etag: string): string {
  return `v1:${btoa(etag)}`;
}

/** The host of a connection; null when its params have none. */
export function hostOf(params: unknown): string | null {
  if (typeof params !== 'object' || params === null || !('host' in params)) return null;
  return typeof params.host === 'string' ? params.host.trim().toLowerCase() : null;
}
