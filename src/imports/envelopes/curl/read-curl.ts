import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { cmdWords, isForCmd } from './cmd-words.ts';
import { parsePastedJson } from '../json/parse-pasted-json.ts';
import { readConnectionBody } from '../json/read-connection-body.ts';
import { readSettings } from '../../read-settings.ts';
import type { Finding, Findings, ReadingResult } from '../../reading.ts';
import { shellWords } from './shell-words.ts';
import { toCurlRequest } from './to-curl-request.ts';
import type { CurlRequest } from './to-curl-request.ts';

const label = 'curl command';

/** The headers of Adobe's gateway (docs/flow-service.md#request-headers). */
const headerFields: ReadonlyMap<string, Finding['field']> = new Map([
  ['authorization', 'accessToken'],
  ['x-api-key', 'apiKey'],
  ['x-gw-ims-org-id', 'organizationId'],
  ['x-sandbox-name', 'sandbox'],
]);

/** Reads a curl command from Adobe's tutorial, from a browser or from Postman, for bash or for Windows. */
export function readCurl(text: string, source: Source): ReadingResult {
  const command = /^(?:[$>]\s*)?(curl(?:\.exe)?\s[\s\S]*)$/i.exec(text)?.[1];
  if (command === undefined) return null;
  const isWindows = isForCmd(command);
  const words = isWindows ? cmdWords(command) : shellWords(command);
  if (words === null) {
    return refuse(label, 'This command has no closing quote. Copy the whole command.');
  }
  const request = toCurlRequest(words.slice(1));
  const headers = readHeaders(request);
  const body = readBody(request, source);
  const findings = [...headers.findings, ...body.findings];
  if (findings.length === 0) {
    return refuse(
      label,
      `This command has no values to import: no Adobe headers and no connection. Paste a request to Adobe.`,
    );
  }
  return {
    kind: 'curl',
    findings: isWindows ? doubtOnWindows(findings, command) : findings,
    unknownKeys: [...headers.unknownKeys, ...body.unknownKeys],
    notes: body.notes,
  };
}

/**
 * For Windows, browsers double every backslash, but curl halves only those before a quote. They also replace
 * characters that are not ASCII with spaces (Chromium's and Firefox's "Copy as cURL (cmd)"). A password with a
 * backslash or a space may therefore differ from the original.
 */
function doubtOnWindows(findings: readonly Finding[], command: string): Finding[] {
  const hasLoneBackslash = /\\(?![\\"])/.test(command.replaceAll(/\^([\s\S])/g, '$1'));
  return findings.map((finding) => {
    const hasBlank = typeof finding.value === 'string' && finding.value.includes(' ');
    return hasLoneBackslash || hasBlank ? { ...finding, uncertain: true } : finding;
  });
}

function readHeaders({ headers }: CurlRequest): Findings {
  const findings: Finding[] = [];
  const unknownKeys: string[] = [];
  for (const { name, value } of headers) {
    const field = headerFields.get(name.toLowerCase());
    const isOtherScheme = field === 'accessToken' && !/^Bearer\s/i.test(value);
    if (field === undefined || isOtherScheme) unknownKeys.push(name);
    else findings.push({ field, key: name, value });
  }
  return { findings, unknownKeys, notes: [] };
}

/** Reads JSON for Flow Service, or a form for Adobe IMS, which contains the client ID. */
function readBody({ body, bodyIsInFile }: CurlRequest, source: Source): Findings {
  const nothing = { findings: [], unknownKeys: [], notes: [] };
  if (bodyIsInFile) {
    return { ...nothing, notes: ['The body of this command is in a file. Paste the content of that file.'] };
  }
  if (body === null) return nothing;
  if (/^[\w.-]+=/.test(body)) {
    return readSettings(
      [...new URLSearchParams(body)].map(([key, value]) => ({ key, value })),
      source,
    );
  }
  const connection = readConnectionBody(parsePastedJson(body), source);
  if (connection !== null && connection.kind !== 'refused') return connection;
  const reason =
    connection?.reason ?? 'The body of this command was skipped because it is not a valid connection.';
  return { ...nothing, notes: [reason] };
}
