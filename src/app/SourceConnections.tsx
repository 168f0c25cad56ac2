import { ConnectionsPage } from '../connections/ConnectionsPage.tsx';
import { catalog } from '../sources/catalog.ts';

export function SourceConnections() {
  return <ConnectionsPage source={catalog[0]} />;
}
