import { credentialsKey } from '../../api/credentials-key.ts';
import type { Access } from '../../session/access.tsx';
import type { Rotation } from './run/rotation.ts';

/** The credentials with which a request failed, as keys that reveal nothing. */
const keys = new WeakMap<Error, string>();

/** Remembers which credentials a rotation had when it stopped with an error. */
export function rememberCredentials({ stop }: Rotation, { credentials }: Access): void {
  if (stop !== null && 'error' in stop && stop.error !== null)
    keys.set(stop.error, credentialsKey(credentials));
}

/** Whether the user has changed the credentials since a request failed with them. */
export function hasOtherCredentials(error: Error, { credentials }: Access): boolean {
  const key = keys.get(error);
  return key !== undefined && key !== credentialsKey(credentials);
}
