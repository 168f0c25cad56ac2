import { useMutation, useQueryClient } from '@tanstack/react-query';
import { scenariosQuery, switchScenario } from '../api/scenarios-query.ts';

/** Activates a scenario, or none, and shows the updated list. */
export function useSwitchScenario() {
  const queryClient = useQueryClient();
  return useMutation({
    ...switchScenario,
    onSuccess: (list) => queryClient.setQueryData(scenariosQuery.queryKey, list),
  });
}
