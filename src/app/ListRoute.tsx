import { ConnectionsPage } from '../connections/list/ConnectionsPage.tsx';
import { toSourceAddress } from '../session/paths.ts';
import { useWizard } from '../wizard/wizard.tsx';

/** The list of connections. A new connection has the source that was last chosen, as with the link in the header. */
export function ListRoute() {
  const { source } = useWizard();
  return <ConnectionsPage newAddress={toSourceAddress(source)} />;
}
