import { ConnectionsPage } from '../connections/list/ConnectionsPage.tsx';
import { catalog } from '../sources/catalog.ts';

export function ConnectionsRoute() {
  return <ConnectionsPage source={catalog[0]} />;
}
