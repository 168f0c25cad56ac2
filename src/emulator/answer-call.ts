import type { Answer } from './answer.ts';
import { connectionSpecs } from './connections/connection-specs.ts';
import { checkCaller, checkSandbox } from './caller.ts';
import { checkQueryKeys } from './check-query-keys.ts';
import { findScenario, scenarioApiKeys } from './scenarios/find-scenario.ts';
import type { Call, Operation, Outcome } from './operation.ts';
import { operations } from './operations.ts';
import { readBody } from './read-body.ts';
import { sandboxes } from './sandboxes.ts';
import { type ServedEndpointName, servedEndpoints } from './served-endpoints.ts';
import { type SandboxState, type State, sandboxState } from './state.ts';
import { type StoredUsage, usageOfScenario } from './usage/stored-usage.ts';
import type { Dependencies } from './dependencies.ts';

const [defaultSandbox] = sandboxes;

/** What is known from the request alone, once the caller is authorized. */
type Facts = Omit<Call, 'connections' | 'usage' | 'now' | 'writeTime'>;

/**
 * Handles one request of Adobe's API: checks its headers, runs the operation or the scenario that replaces it, and
 * applies the outcome.
 * @throws {Refusal}
 */
export async function answerCall(
  endpoint: ServedEndpointName,
  id: string,
  request: Request,
  state: State,
  dependencies: Dependencies,
): Promise<Answer | 'cut'> {
  const facts = readFacts(endpoint, id, request, await request.text(), state, dependencies);
  const held = sandboxState(state, facts.caller.organizationId, facts.sandbox.name);
  const currentCall = (): Call => {
    const now = dependencies.now();
    return {
      ...facts,
      connections: held.connections,
      usage: () => readUsage(held),
      now,
      writeTime: Math.max(now, held.lastWrite + 1),
    };
  };
  const carryOut = (operation: Operation): Outcome => {
    const outcome = operation(currentCall());
    const { saved, deletedId, remember = {} } = outcome;
    if (saved) {
      held.connections.set(saved.id, saved);
      held.lastWrite = saved.updatedAt;
    }
    if (deletedId !== undefined) held.connections.delete(deletedId);
    for (const [name, moment] of Object.entries(remember)) state.memory.set(name, moment);
    return outcome;
  };

  const operation = operations[endpoint];
  const scenario = findScenario(currentCall(), state.scenario);
  const { answer, delayMilliseconds, later } = carryOut(
    scenario === null ? operation : (call) => scenario.act(call, operation),
  );
  if (later) dependencies.schedule(later.milliseconds, () => carryOut(later.operation));
  if (delayMilliseconds !== undefined) {
    await new Promise<void>((resolve) => {
      dependencies.schedule(delayMilliseconds, resolve);
    });
  }
  if (typeof answer !== 'function') return answer;
  const { databases } = dependencies;
  return answer({ ...databases, visit: (address, use) => databases.visit(address, use, request.signal) });
}

function readUsage({ connections, sourceConnections, flows }: SandboxState): StoredUsage {
  const scenario = usageOfScenario(connections.values());
  return {
    sourceConnections: [...sourceConnections.values(), ...scenario.sourceConnections],
    flows: [...flows.values(), ...scenario.flows],
  };
}

/**
 * Checks gateway, sandbox, query and body, in this order (docs/flow-service.md#choices-of-the-local-service).
 * @throws {Refusal}
 */
function readFacts(
  endpoint: ServedEndpointName,
  id: string,
  { headers, url }: Request,
  text: string,
  { memory }: State,
  { now, newId, secrets, requiresVersion }: Dependencies,
): Facts {
  const { method, inSandbox } = servedEndpoints[endpoint];
  const caller = checkCaller(headers, { now: now(), keysForAnyToken: scenarioApiKeys, memory });
  const sandbox = inSandbox ? checkSandbox(headers) : defaultSandbox;
  const { searchParams: query, origin } = new URL(url);
  checkQueryKeys(endpoint, query);
  const hasBody = method === 'POST' || method === 'PATCH';
  const body = hasBody ? readBody(headers.get('content-type'), text) : undefined;
  return {
    endpoint,
    caller,
    sandbox,
    id,
    query,
    origin,
    headers,
    body,
    memory,
    newId,
    secrets,
    requiresVersion,
    specs: connectionSpecs,
    databaseHost: null,
  };
}
