import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import type { ParamAnswer, ParamAnswers, Source } from '../sources/source.ts';

const dots = '••••••••';

/** The same body with its secrets made unreadable, to show. */
export function redactRequest(source: Source, request: ConnectionRequest): ConnectionRequest {
  const params = Object.entries(request.auth.params).map(([name, value]) => [
    name,
    source.presentation[name]?.control === 'secret' ? dots : value,
  ]);
  return { ...request, auth: { ...request.auth, params: Object.fromEntries(params) } };
}

/** The answers with every secret emptied. */
export function withoutSecrets(source: Source, params: ParamAnswers): Record<string, ParamAnswer> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      source.presentation[name]?.control === 'secret' ? '' : value,
    ]),
  );
}

/** The form's fields that hold secrets. */
export function secretFields({ presentation }: Source) {
  return Object.entries(presentation).flatMap(([name, { control, label }]) =>
    control === 'secret' ? [{ field: `params.${name}` as const, label }] : [],
  );
}

/** The secrets among params, to be kept out of whatever is shown. */
export function secretsOf(source: Source, params: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(params).flatMap(([name, value]) =>
    source.presentation[name]?.control === 'secret' && typeof value === 'string' ? [value] : [],
  );
}
