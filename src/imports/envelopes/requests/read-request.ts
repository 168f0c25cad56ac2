import type { Source } from '../../../sources/source.ts';
import { isBearer } from '../../is-bearer.ts';
import { type Finding, type Findings, joinFindings, noFindings } from '../../reading.ts';
import { readSettings } from '../../read-settings.ts';
import { keepOneConnection } from '../json/connection-body.ts';
import { parsePastedJson } from '../json/parse-pasted-json.ts';
import { readConnectionBody } from '../json/read-connection-body.ts';
import type { HttpRequest } from './http-request.ts';

/** The headers of Adobe's gateway (docs/flow-service.md#request-headers). */
const headerFields: ReadonlyMap<string, Finding['field']> = new Map([
  ['authorization', 'accessToken'],
  ['x-api-key', 'apiKey'],
  ['x-gw-ims-org-id', 'organizationId'],
  ['x-sandbox-name', 'sandbox'],
]);

/** Whether this is the name of a header of Adobe's gateway. */
export function isAdobeHeader(name: string): boolean {
  return headerFields.has(name.toLowerCase());
}

/** Reads requests to Adobe. Of several that create a connection, only one is read. */
export function readRequests(requests: readonly HttpRequest[], source: Source, chosen: number): Findings {
  const bodyOf = ({ body }: HttpRequest) => parsePastedJson(body ?? '');
  const { kept, ...told } = keepOneConnection(requests, bodyOf, source, chosen);
  return joinFindings([
    { ...noFindings, ...told },
    ...kept.map((request) => readRequest(request, source, chosen)),
  ]);
}

/** Reads the headers, the body and the query of a request to Adobe. */
function readRequest(request: HttpRequest, source: Source, chosen: number): Findings {
  const { ignored = [], secrets = [] } = request;
  return joinFindings([
    readHeaders(request),
    readBody(request, source, chosen),
    readQuery(request.url ?? '', source),
    { ...noFindings, unknownKeys: ignored, secrets },
  ]);
}

function readHeaders({ headers }: HttpRequest): Findings {
  const findings: Finding[] = [];
  const unknownKeys: string[] = [];
  const secrets: string[] = [];
  for (const { name, value } of headers) {
    const field = headerFields.get(name.toLowerCase());
    if (field === undefined || (field === 'accessToken' && !isBearer(value))) unknownKeys.push(name);
    else findings.push({ field, key: name, value });
    if (field === 'accessToken' && !isBearer(value)) secrets.push(value);
  }
  return { findings, unknownKeys, notes: [], secrets };
}

/** A token request may have its parameters in the URL. */
function readQuery(url: string, source: Source): Findings {
  const query = /\?([^#\s]*)/.exec(url)?.[1] ?? '';
  if (!/(?:^|&)client_(?:id|secret)=/.test(query)) return noFindings;
  return readForm(query, source);
}

export function readForm(form: string, source: Source): Findings {
  const pairs = [...new URLSearchParams(form)].map(([key, value]) => ({ key, value }));
  return readSettings(pairs, source);
}

/** Reads JSON for Flow Service, or a form for Adobe IMS, which contains the client ID. */
function readBody({ body, bodyIsInFile }: HttpRequest, source: Source, chosen: number): Findings {
  if (bodyIsInFile) {
    return {
      ...noFindings,
      notes: ['The body of this command is in a file. Paste the content of that file.'],
    };
  }
  if (body === null || body.trim() === '') return noFindings;
  if (/^\s*[\w.-]+=/.test(body)) return readForm(body.trim(), source);
  const connection = readConnectionBody(parsePastedJson(body), source, chosen);
  if (connection !== null && connection.kind !== 'refused') return connection;
  return { ...noFindings, notes: [connection?.reason ?? describeBody(body)] };
}

function describeBody(body: string): string {
  return /[\u201C\u201D]/.test(body)
    ? 'The body of this command was skipped because it has curly quotes (\u201C \u201D). Replace them with straight quotes.'
    : 'The body of this command was skipped because it is not a valid connection.';
}
