import { CreationProvider } from '../wizard/create/creation.tsx';
import { Shell } from './Shell.tsx';

/** Stands around every page and outlives them all. */
export function Root() {
  return (
    <CreationProvider>
      <Shell />
    </CreationProvider>
  );
}
