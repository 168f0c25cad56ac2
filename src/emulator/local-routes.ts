import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { ScenarioList } from '../flow-service/schemas/environment.ts';
import { newDemoCredentials } from './tokens/new-demo-credentials.ts';
import { describeIssue, readBody } from './read-body.ts';
import { legacyRefusal } from './refusal.ts';
import { titledScenarios } from './scenarios/scenario-titles.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { type State, sandboxState } from './state.ts';
import { newFlow, toStoredFlow } from './usage/stored-usage.ts';
import type { Dependencies } from './dependencies.ts';

const scenarioChoice = z.object({ current: z.nullable(z.string()) });

const flowRequest = z.object({ organizationId: z.string(), sandbox: z.string(), flow: newFlow });

/** Routes that Adobe does not have: demo credentials, scenarios, dataflows, and a reset. */
export function localRoutes(state: State, dependencies: Dependencies): Hono {
  const app = new Hono({ strict: false });

  app.post('/demo-credentials', (context) =>
    context.json(newDemoCredentials(dependencies.now(), dependencies.newId)),
  );

  app.get('/scenarios', (context) => context.json(toScenarioList(state)));

  app.put('/scenarios', async (context) => {
    const body = readBody(context.req.header('content-type') ?? null, await context.req.text());
    const choice = scenarioChoice.safeParse(body);
    if (!choice.success) throw legacyRefusal(400, 'Send {"current": "<name>"} or {"current": null}.');
    const { current } = choice.data;
    const chosen = scenarios.find(({ name }) => name === current)?.name ?? null;
    if (chosen !== current) throw legacyRefusal(400, `No scenario has the name ${current}.`);
    state.scenario = chosen;
    state.memory.clear();
    return context.json(toScenarioList(state));
  });

  // Adobe's own request for a dataflow needs a target in its data lake, which is not simulated.
  app.post('/flows', async (context) => {
    const request = flowRequest.safeParse(
      readBody(context.req.header('content-type') ?? null, await context.req.text()),
    );
    if (!request.success) throw legacyRefusal(400, describeIssue(request.error));
    const { organizationId, sandbox, flow } = request.data;
    const { sourceConnections, flows } = sandboxState(state, organizationId, sandbox);
    const used = flow.sourceConnectionIds.flatMap((id) => sourceConnections.get(id) ?? []);
    if (used.length < flow.sourceConnectionIds.length) {
      throw legacyRefusal(400, 'A source connection of the dataflow does not exist.');
    }
    const id = dependencies.newId();
    flows.set(id, toStoredFlow(id, flow, used));
    return context.json({ id }, 201);
  });

  app.post('/reset', (context) => {
    // The map is replaced, not cleared, so that a scenario that is still running writes to the old map.
    state.sandboxes = new Map();
    state.memory.clear();
    state.scenario = null;
    return context.body(null, 204);
  });

  return app;
}

function toScenarioList({ scenario }: State): ScenarioList {
  return {
    current: scenario,
    scenarios: titledScenarios.flatMap(({ name, title, stage }) =>
      scenarios
        .filter((one) => one.name === name)
        .map(({ description, reachedBy }) => ({ name, title, stage, description, reachedBy })),
    ),
  };
}
