import { jsonProgram, toCurlCommand } from '../../flow-service/to-curl.ts';
import { callerVariables } from '../page/next-requests.ts';
import { countConnections } from '../count-connections.ts';
import { type Export, describeInComment } from './exported.ts';

/** A POSIX shell script that creates the connections with curl. Without all variables, it creates none. */
export function toShellScript({ sandbox, connections }: Export): string {
  const variables = [...callerVariables, ...connections.flatMap((one) => one.variables)];
  return [
    '#!/bin/sh',
    `# Creates ${countConnections(connections.length)} in the sandbox ${sandbox}. Each run creates new connections.`,
    '# Set these variables first:',
    ...variables.map((variable) => `: "\${${variable}?}"`),
    '# Escapes a secret for JSON:',
    jsonProgram,
    ...connections.flatMap((one) => ['', `# ${describeInComment(one)}`, toCurlCommand(one.template), 'echo']),
    '',
  ].join('\n');
}
