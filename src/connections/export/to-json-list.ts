import { escapeInvisible, toJsonText } from '../../flow-service/to-curl.ts';
import { exportHeading } from '../../imports/export-heading.ts';
import { countConnections } from '../count-connections.ts';
import type { Export } from './exported.ts';

/** The bodies of the requests that create the connections, in a list as Flow Service returns them. A secret is `$NAME`. */
export function toJsonList({ sandbox, connections }: Export): string {
  const list = {
    description: `${exportHeading(countConnections(connections.length), sandbox)} Each item is the body of a request that creates a connection.`,
    items: connections.map(({ template }): unknown => JSON.parse(toJsonText(template))),
  };
  return `${escapeInvisible(JSON.stringify(list, null, 2))}\n`;
}
