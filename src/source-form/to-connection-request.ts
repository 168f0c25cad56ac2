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
