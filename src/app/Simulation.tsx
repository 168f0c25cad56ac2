import { useQuery } from '@tanstack/react-query';
import { scenariosQuery } from '../api/scenarios-query.ts';
import { useLazyComponent } from '../ui/use-lazy-component.ts';

/** Loaded on demand, because only demos use it. The router loads it before a page that needs it. */
export const loadSimulationBanner = async () => (await import('./SimulationBanner.tsx')).SimulationBanner;

/** The banner of the simulated failure; nothing when there is none. */
export function Simulation() {
  const { data } = useQuery(scenariosQuery);
  const current = data?.scenarios.find(({ name }) => name === data.current) ?? null;
  const { Component: SimulationBanner } = useLazyComponent(loadSimulationBanner, current !== null);
  return current !== null && SimulationBanner !== null && <SimulationBanner current={current} />;
}
