import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import type { Source } from '../sources/source.ts';
import type { ParsedSourceAnswers } from './source-answers.ts';

/** The body of the creating request. A blank description is left out. */
export function toConnectionRequest(
  { authSpecName, connectionSpec }: Source,
  { name, description, params }: ParsedSourceAnswers,
): ConnectionRequest {
  return {
    name,
    ...(description !== '' && { description }),
    auth: { specName: authSpecName, params },
    connectionSpec,
  };
}

const dots = '••••••••';

/** The same body with its secrets made unreadable, to show. */
export function redactRequest(source: Source, request: ConnectionRequest): ConnectionRequest {
  const params = Object.entries(request.auth.params).map(([name, value]) => [
    name,
    source.presentation[name]?.control === 'secret' ? dots : value,
  ]);
  return { ...request, auth: { ...request.auth, params: Object.fromEntries(params) } };
}

/** The secrets in a request, to be kept out of whatever is shown. */
export function secretsOf(source: Source, { auth }: ConnectionRequest): readonly string[] {
  return Object.entries(auth.params).flatMap(([name, value]) =>
    source.presentation[name]?.control === 'secret' && typeof value === 'string' ? [value] : [],
  );
}
