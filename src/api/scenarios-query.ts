import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { type ScenarioList, scenarioList } from '../flow-service/schemas/environment.ts';

const url = '/api/local/scenarios';

/** What the local Flow Service can act out, and what it acts out now. There is nothing of the kind at Adobe. */
export const scenariosQuery = queryOptions({
  queryKey: ['scenarios'],
  queryFn: ({ signal }): Promise<ScenarioList> => ask({ signal }),
  // Read before the page is drawn, and not once more as it is.
  staleTime: 5000,
});

/** Switches one on for every request, or off again with null. Answers the list as it then is. */
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
