import { escapeInvisible, markVariables } from '../../flow-service/to-curl.ts';
import { exportHeading } from '../../imports/export-heading.ts';
import { callerVariables } from '../page/next-requests.ts';
import { countConnections } from '../count-connections.ts';
import { type Export, type Exported } from './exported.ts';

/** A Postman collection, version 2.1, with a request for each connection. Secrets are variables of the collection. */
export function toPostmanCollection({ sandbox, connections }: Export): string {
  const variables = [...callerVariables, ...connections.flatMap((one) => one.variables)];
  const collection = {
    info: {
      name: `Connections of ${sandbox}`,
      description: `${exportHeading(countConnections(connections.length), sandbox)} Enter the collection variables before you run it. Escape secrets as in JSON: \\" for ", \\\\ for \\, \\n for a line break, \\t for a tab.`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: connections.map(toItem),
    variable: variables.map((key) => ({ key, value: '', type: 'string' })),
  };
  return `${escapeInvisible(JSON.stringify(collection, null, 2))}\n`;
}

function toItem({ name, template }: Exported) {
  const { mark, request } = markVariables(template);
  const fill = (text: string) => text.replaceAll(new RegExp(`${mark}(\\w+)${mark}`, 'g'), '{{$1}}');
  return {
    name,
    request: {
      method: request.method,
      url: request.url,
      header: Object.entries(request.headers).map(([key, value]) => ({ key, value: fill(value) })),
      body: {
        mode: 'raw',
        raw: escapeInvisible(fill(hideBraces(JSON.stringify(JSON.parse(request.body ?? 'null'), null, 2)))),
        options: { raw: { language: 'json' } },
      },
    },
  };
}

/** Postman would replace `{{name}}` in a value. In JSON, a brace can be written without one. */
function hideBraces(json: string): string {
  return json.replaceAll(/\{(?=\{)/g, String.raw`\u007b`);
}
