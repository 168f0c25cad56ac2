import type { ConnectionRequest } from '../../flow-service/connection-request.ts';
import { isSecret } from '../../sources/secrets.ts';
import type { ParamAnswer, ParamAnswers, Source } from '../../sources/source.ts';

const dots = '••••••••';

/** The same body with its secrets masked, for display. */
export function redactRequest(source: Source, request: ConnectionRequest): ConnectionRequest {
  const params = Object.entries(request.auth.params).map(([name, value]) => [
    name,
    isSecret(source, name) ? dots : value,
  ]);
  return { ...request, auth: { ...request.auth, params: Object.fromEntries(params) } };
}

/** The answers with every secret cleared. */
export function withoutSecrets(source: Source, params: ParamAnswers): Record<string, ParamAnswer> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isSecret(source, name) ? '' : value]),
  );
}

/** The form fields that contain secrets. */
export function secretFields(source: Source) {
  return source.authMethod.params.flatMap(({ name, label }) =>
    isSecret(source, name) ? [{ param: name, field: `params.${name}` as const, label }] : [],
  );
}
