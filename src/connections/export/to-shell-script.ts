import { invisible, jsonProgram, toCurlCommand } from '../../flow-service/to-curl.ts';
import { exportHeading } from '../../imports/export-heading.ts';
import { callerVariables } from '../page/next-requests.ts';
import { countConnections } from '../count-connections.ts';
import { type Export, describeInComment } from './exported.ts';

/** An old curl has no --fail-with-body, so the last line is the status. */
const tellProgram = String.raw`tell='NR > 1 { body = body last }
{ last = $0 }
END {
  if (last ~ /^2/) { print "Created " ENVIRON["WHAT"] ": " body; exit 0 }
  print "Could not create " ENVIRON["WHAT"] " (HTTP " last "): " body | "cat 1>&2"
  exit 1
}'`;

/** A POSIX shell script that creates the connections with curl. Without all variables, it creates none. */
export function toShellScript({ sandbox, connections }: Export): string {
  const variables = [...callerVariables, ...connections.flatMap((one) => one.variables)];
  return [
    '#!/bin/sh',
    `# ${exportHeading(countConnections(connections.length), sandbox)} If you run it again, it creates duplicates.`,
    '# It stops at the first request that fails.',
    'set -e',
    '# Set these variables first:',
    ...variables.map((variable) => `: "\${${variable}:?Set this variable first.}"`),
    '# Escapes a secret for JSON:',
    jsonProgram,
    '# Prints the result of a request:',
    tellProgram,
    ...connections.flatMap((one) => [
      '',
      `# ${describeInComment(one)}`,
      String.raw`${toCurlCommand(one.template)} -sS -w '\n%{http_code}' | WHAT=${quoteName(one.name)} awk "$tell"`,
    ]),
    '',
  ].join('\n');
}

/** A name as a word of the shell. What cannot be seen is left out, because the name is printed. */
function quoteName(name: string): string {
  return `'${name.replaceAll(invisible, ' ').replaceAll('\n', ' ').replaceAll("'", `'\\''`)}'`;
}
