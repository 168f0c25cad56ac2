import { useCreateStates } from '../../create/create-context.tsx';
import { useLazyComponent } from '../../ui/use-lazy-component.ts';

/** Loaded on demand, because the first step must load quickly. */
const load = async () => (await import('./CreatedConnection.tsx')).CreatedConnection;

/** Reports a connection that was created after the user left Review. */
export function CreatedNotice() {
  const created = Object.values(useCreateStates()).find(
    (state) => state.status === 'created' && !state.wasLost,
  );
  const { Component: CreatedConnection } = useLazyComponent(load, created !== undefined);
  if (created?.status !== 'created' || CreatedConnection === null) return null;
  return <CreatedConnection created={created} />;
}
