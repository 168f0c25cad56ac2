import type { Call } from '../operation.ts';
import type { Scenario, ScenarioField } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { hostOf } from '../connections/stored-connection.ts';

/** The scenario that the entered values select, otherwise the active scenario; null when there is no scenario. */
export function findScenario(call: Call, current: string | null): Scenario | null {
  const list: readonly Scenario[] = scenarios;
  const typed = list.find(
    (scenario) =>
      touches(scenario, call) && typedInto(scenario.reachedBy.field, call) === scenario.reachedBy.value,
  );
  if (typed !== undefined) return typed;
  const switchedOn = list.find(({ name }) => name === current);
  return switchedOn && (switchedOn.everywhere || touches(switchedOn, call)) ? switchedOn : null;
}

/** API keys that belong to a scenario. They are accepted with any token. */
export const scenarioApiKeys: ReadonlySet<string> = new Set(
  scenarios.filter(({ reachedBy }) => reachedBy.field === 'API key').map(({ reachedBy }) => reachedBy.value),
);

function touches({ on }: Scenario, { endpoint }: Call): boolean {
  return on === 'every' || on.includes(endpoint);
}

function typedInto(field: ScenarioField, { caller, sandbox, id, body, connections }: Call): string | null {
  const typed: Record<ScenarioField, string | null> = {
    'API key': caller.apiKey,
    'Organization ID': caller.organizationId,
    'Access token': caller.accessToken,
    Sandbox: sandbox.name,
    Host: hostOf(connections.get(id)?.auth.params ?? readParams(body)),
  };
  return typed[field];
}

function readParams(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('auth' in body)) return null;
  const { auth } = body;
  return typeof auth === 'object' && auth !== null && 'params' in auth ? auth.params : null;
}
