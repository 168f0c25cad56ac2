import type { Export } from './exported.ts';
import { toJsonList } from './to-json-list.ts';
import { toPostmanCollection } from './to-postman-collection.ts';
import { toPythonScript } from './to-python-script.ts';
import { toShellScript } from './to-shell-script.ts';

interface ExportFormat {
  readonly id: 'json' | 'curl' | 'postman' | 'python';
  readonly label: string;
  /** What the file is for, and how it refers to secrets. */
  readonly help: string;
  readonly fileName: string;
  readonly write: (given: Export) => string;
}

/** The first one is chosen at first. */
export const exportFormats = [
  {
    id: 'json',
    label: 'JSON',
    help: 'Request bodies in a list named items. Each secret is a placeholder such as $SALES_PASSWORD.',
    fileName: 'connections.json',
    write: toJsonList,
  },
  {
    id: 'curl',
    label: 'curl commands',
    help: 'A shell script. It reads each secret from a variable such as $SALES_PASSWORD.',
    fileName: 'create-connections.sh',
    write: toShellScript,
  },
  {
    id: 'postman',
    label: 'Postman collection',
    help: 'A collection with variables for the credentials and for each secret.',
    fileName: 'connections.postman_collection.json',
    write: toPostmanCollection,
  },
  {
    id: 'python',
    label: 'Python script',
    help: 'A script for Adobe’s Python client, aepp. It reads each secret from the environment.',
    fileName: 'create_connections.py',
    write: toPythonScript,
  },
] as const satisfies readonly ExportFormat[];
