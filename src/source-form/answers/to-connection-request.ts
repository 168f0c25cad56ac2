import type { ConnectionRequest } from '../../flow-service/connection-request.ts';
import { type Source, chooseAuthMethod } from '../../sources/source.ts';
import type { ParsedSourceAnswers } from './source-answers.ts';

/** The body of the create request. A blank description is left out. */
export function toConnectionRequest(source: Source, answers: ParsedSourceAnswers): ConnectionRequest {
  const { name, description, params } = answers;
  const { authMethod, connectionSpec } = chooseAuthMethod(source, answers.authMethod);
  return {
    name,
    ...(description !== '' && { description }),
    auth: { specName: authMethod.specName, params },
    connectionSpec,
  };
}
