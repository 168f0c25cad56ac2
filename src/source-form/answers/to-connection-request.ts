import type { ConnectionRequest } from '../../flow-service/connection-request.ts';
import type { Source } from '../../sources/source.ts';
import type { ParsedSourceAnswers } from './source-answers.ts';

/** The body of the create request. A blank description is left out. */
export function toConnectionRequest(
  { authMethod, connectionSpec }: Source,
  { name, description, params }: ParsedSourceAnswers,
): ConnectionRequest {
  return {
    name,
    ...(description !== '' && { description }),
    auth: { specName: authMethod.specName, params },
    connectionSpec,
  };
}
