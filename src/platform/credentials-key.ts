import type { Credentials } from '../flow-service/credentials.ts';

let last: Credentials | null = null;
let serial = 0;

/** Stands for credentials in a query key, where no secret may be. Other credentials are another key. */
export function credentialsKey(credentials: Credentials | null): number {
  if (credentials === null) return 0;
  if (last === null || !areEqual(credentials, last)) {
    last = credentials;
    serial += 1;
  }
  return serial;
}

/** Lets go of the credentials that the last key stood for. */
export function forgetCredentials(): void {
  last = null;
}

function areEqual(one: Credentials, other: Credentials): boolean {
  return (
    one.accessToken === other.accessToken &&
    one.apiKey === other.apiKey &&
    one.organizationId === other.organizationId
  );
}
