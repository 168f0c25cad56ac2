import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { type ScenarioList, scenarioList } from '../flow-service/schemas/environment.ts';

const url = '/api/local/scenarios';

/** The scenarios of the local Flow Service, and the active one. Adobe has no equivalent. */
export const scenariosQuery = queryOptions({
  queryKey: ['scenarios'],
  queryFn: ({ signal }): Promise<ScenarioList> => ask({ signal }),
  // The list is loaded before the page renders, so it must not be loaded again on render.
  staleTime: 5000,
});

/** Activates a scenario for every request, or deactivates it with null. Returns the updated list. */
export const switchScenario = mutationOptions({
  mutationFn: (current: string | null): Promise<ScenarioList> =>
    ask({
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ current }),
    }),
  networkMode: 'always',
});

async function ask(init: RequestInit): Promise<ScenarioList> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} responded with ${response.status}.`);
  return scenarioList.parse(await response.json());
}
