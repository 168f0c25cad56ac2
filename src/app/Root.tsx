import { CreationProvider } from '../wizard/create/creation.tsx';
import { Shell } from './Shell.tsx';

/** Wraps every page and stays mounted when the page changes. */
export function Root() {
  return (
    <CreationProvider>
      <Shell />
    </CreationProvider>
  );
}
