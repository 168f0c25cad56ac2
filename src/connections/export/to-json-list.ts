import { escapeInvisible, toJsonText } from '../../flow-service/to-curl.ts';
import type { Export } from './exported.ts';

/** The bodies of the requests that create the connections, as one list. A secret is `$NAME`. */
export function toJsonList({ connections }: Export): string {
  const bodies = connections.map(({ template }): unknown => JSON.parse(toJsonText(template)));
  return `${escapeInvisible(JSON.stringify(bodies, null, 2))}\n`;
}
