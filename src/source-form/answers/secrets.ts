import type { ConnectionRequest } from '../../flow-service/connection-request.ts';
import { allSecretParams } from '../../sources/secrets.ts';
import type { ParamAnswer, ParamAnswers, Source } from '../../sources/source.ts';

const dots = '••••••••';

/** The same body with its secrets masked, for display. */
export function redactRequest(source: Source, request: ConnectionRequest): ConnectionRequest {
  const secrets = secretNames(source);
  const params = Object.entries(request.auth.params).map(([name, value]) => [
    name,
    secrets.has(name) ? dots : value,
  ]);
  return { ...request, auth: { ...request.auth, params: Object.fromEntries(params) } };
}

/** The answers with every secret cleared. */
export function withoutSecrets(source: Source, params: ParamAnswers): Record<string, ParamAnswer> {
  const secrets = secretNames(source);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, secrets.has(name) ? '' : value]),
  );
}

/** The form fields that contain secrets, with those of the auth methods that are not chosen. */
export function secretFields(source: Source) {
  return allSecretParams(source).map(({ name, label }) => ({
    param: name,
    field: `params.${name}` as const,
    label,
  }));
}

function secretNames(source: Source): ReadonlySet<string> {
  return new Set(allSecretParams(source).map(({ name }) => name));
}
