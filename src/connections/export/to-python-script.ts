import { invisible, markVariables } from '../../flow-service/to-curl.ts';
import { exportHeading } from '../../imports/export-heading.ts';
import { countConnections } from '../count-connections.ts';
import { type Export, type Exported, describeInComment } from './exported.ts';

/**
 * A script for Adobe's Python client, aepp. The list comes before the first request, so that nothing is created when
 * a variable is missing. The script stops at the first connection that is not created.
 */
export function toPythonScript({ sandbox, connections }: Export): string {
  return [
    `# ${exportHeading(countConnections(connections.length), sandbox)} If you run it again, it creates duplicates.`,
    '# Install the client first: pip install aepp',
    'import os',
    '',
    'import aepp',
    'from aepp import flowservice',
    '',
    'aepp.configure(',
    ...Object.entries(settings).map(([name, variable]) => `    ${name}=os.environ["${variable}"],`),
    `    sandbox=${toText(sandbox)},`,
    ')',
    '',
    'connections = [',
    ...connections.flatMap((one) => [`    # ${describeInComment(one)}`, `    ${toDictionary(one)},`]),
    ']',
    '',
    'flow_service = flowservice.FlowService()',
    'for connection in connections:',
    '    created = flow_service.createConnection(data=connection)',
    '    if "id" not in created:',
    '        raise SystemExit(f"{connection[\'name\']!r} was not created: {created!r}")',
    '    print(repr(connection["name"]), created["id"])',
    '',
  ].join('\n');
}

/** The credentials that the client needs to get its own tokens. */
const settings = { org_id: 'IMS_ORG', client_id: 'API_KEY', secret: 'CLIENT_SECRET', scopes: 'SCOPES' };

function toDictionary({ template }: Exported): string {
  const { mark, request } = markVariables(template);
  return toPython(JSON.parse(request.body ?? 'null'), mark, '    ');
}

function toPython(value: unknown, mark: string, indent: string): string {
  if (typeof value === 'string') {
    const [before, variable, after] = value.split(mark);
    return before === '' && after === '' ? `os.environ["${variable}"]` : toText(value);
  }
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return 'None';
  const inner = `${indent}    `;
  const entries = Array.isArray(value)
    ? value.map((one) => toPython(one, mark, inner))
    : Object.entries(value).map(([key, one]) => `${toText(key)}: ${toPython(one, mark, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (entries.length === 0) return `${open}${close}`;
  return `${open}\n${entries.map((entry) => `${inner}${entry},\n`).join('')}${indent}${close}`;
}

/** A string literal. Invisible characters are escaped, because a line break would end the literal. */
function toText(text: string): string {
  const escaped = text
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll(invisible, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code > 0xff_ff ? `\\U${toHex(code, 8)}` : `\\u${toHex(code, 4)}`;
    });
  return `"${escaped}"`;
}

function toHex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
