import { type EndpointName, endpoints } from '../flow-service/endpoints.ts';
import type { Answer } from './answer.ts';
import { checkCaller, checkSandbox } from './caller.ts';
import type { Call, Operation } from './operation.ts';
import { operations } from './operations.ts';
import { readBody } from './read-body.ts';
import { legacyRefusal } from './refusal.ts';
import { sandboxes } from './sandboxes.ts';
import { type State, stateKey } from './state.ts';
import type { Tools } from './tools.ts';

const [defaultSandbox] = sandboxes;

/**
 * One request of Adobe's API: every check of its headers, then the operation, then what it leads to.
 * @throws {Refusal}
 */
export async function answerCall(
  name: EndpointName,
  id: string,
  request: Request,
  state: State,
  tools: Tools,
): Promise<Answer | 'cut'> {
  const { method, inSandbox } = endpoints[name];
  const { headers } = request;
  const text = await request.text();
  const now = tools.now();
  const caller = checkCaller(headers, {
    now,
    keysForAnyToken: new Set(),
    revokedTokens: state.revokedTokens,
  });
  const sandbox = inSandbox ? checkSandbox(headers) : defaultSandbox;
  const query = new URL(request.url).searchParams;
  const hasBody = method === 'POST' || method === 'PATCH';
  const body = hasBody ? readBody(headers.get('content-type'), text) : undefined;
  const key = stateKey(caller.organizationId, sandbox.name);

  const run = (operation: Operation): ReturnType<Operation> => {
    const connections = state.connections.get(key) ?? [];
    const call: Call = {
      caller,
      sandbox,
      id,
      query,
      headers,
      body,
      connections,
      now: tools.now(),
      newId: tools.newId,
      secrets: tools.secrets,
    };
    const outcome = operation(call);
    if (outcome.connections) state.connections.set(key, outcome.connections);
    return outcome;
  };
  const operation = operations[name];
  if (!operation) throw legacyRefusal(501, `The local Flow Service does not do ${name} yet.`);
  const { answer } = run(operation);
  return answer;
}
