import { readForm } from './requests/read-request.ts';
import { findOverlay } from '../../sources/find-overlay.ts';
import { refuse } from '../../sources/overlay.ts';
import type { Source } from '../../sources/source.ts';
import type { Language } from '../../text/code/code-tokens.ts';
import type { CodeFacts } from '../../text/code/code-facts.ts';
import { readCodeValues } from '../../text/code/read-code-values.ts';
import { expansionMark } from '../../text/placeholders.ts';
import type { ImportKind } from '../import-result.ts';
import { readSettings } from '../read-settings.ts';
import { type Findings, type ReadingResult, joinFindings, noFindings, toFindings } from '../reading.ts';
import { bodiesIn, keepOneConnection } from './json/connection-body.ts';
import { readDocument } from './json/read-document.ts';
import { parsePastedJson } from './json/parse-pasted-json.ts';

/** How each language is recognized, from the surest to the least sure. */
const languages: readonly (readonly [pattern: RegExp, language: Language, kind: ImportKind])[] = [
  [
    /\b(?:Invoke-RestMethod|Invoke-WebRequest)\b|(?:^|[\n;|=(])\s*(?:irm|iwr)\s|^\s*\$[A-Za-z_]\w*\s*=\s*(?:@[{"']|\[|New-Object)/im,
    'powershell',
    'powershell',
  ],
  [
    /(?:^|\n)\s*(?:import|from)\s+[\w.]+(?=\s|$)(?![^\n]*[;'"])|\brequests\.|\bhttp\.client\b|\bcreate_engine\s*\(|\w\.connect\s*\([^;]*\)\s*(?:\n|$)|(?:^|\n)\s*with\s+\w/,
    'python',
    'python',
  ],
  [
    /\bfetch\s*\(|\baxios\b|\b(?:const|let|var)\s+\w+\s*=|\bDriverManager\b|\bnew\s+\w+\s*\(|\bString\s+\w+\s*=|\w\.\w+\s*\([^\n]*\)\s*;|\.\w+\s*\(\s*"[\w-]+"\s*,\s*"/,
    'c',
    'code',
  ],
];

/** Reads the literal values in code: requests to Adobe, and connections to the database. */
export function readCode(text: string, source: Source, chosen: number): ReadingResult {
  const found = languages.find(([pattern]) => pattern.test(text));
  if (found === undefined) return null;
  const [, language, kind] = found;
  const facts = readCodeValues(text, language);
  const { kept, ...told } = keepOneConnection(listBodies(facts), (one) => one, source, chosen);
  const documents = kept.map((value) => readCodeDocument(value, source, chosen));
  const strings = [
    ...facts.strings,
    ...facts.connections,
    ...facts.settings.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  ];
  const isOwn = findOverlay(source)?.mention.test(text) === true;
  const connections = new Set(isOwn ? facts.connections : []);
  const texts = [...new Set(strings)].map((one) => readString(one, connections.has(one), source, chosen));
  const all = joinFindings([{ ...noFindings, ...told }, readNames(facts, source), ...documents, ...texts]);
  if (all.findings.length > 0) return { kind, ...all };
  const [note] = all.notes;
  return note === undefined ? null : refuse('Code', note);
}

/** The documents in code. A list of connections is several. */
function listBodies({ documents }: CodeFacts): readonly unknown[] {
  return documents.flatMap((document) => (Array.isArray(document) ? bodiesIn(document) : [document]));
}

/** Names in code are those of arguments and variables. Only known ones are worth a word. */
function readNames({ settings }: CodeFacts, source: Source): Findings {
  const named = settings.filter(
    ({ key, value }) => !(value === expansionMark && !/_|[A-Z]{3}/.test(key)) && !isText(value),
  );
  return readSettings(
    named.map(({ key, value }) => ({ key, value, isQuoted: true, inList: true })),
    source,
  );
}

/** An address or a document, which is read as such. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && (/^[a-z][a-z0-9+.-]*:/i.test(value) || /^\s*[{[]/.test(value));
}

/** A dictionary in code may contain the body of a request, as a dictionary or as text. */
function readCodeDocument(value: unknown, source: Source, chosen: number, depth = 0): Findings {
  if (typeof value !== 'object' || value === null || depth > 5) return noFindings;
  const parts: Findings[] = [];
  const rest: [string, unknown][] = [];
  const isBody = 'auth' in value;
  for (const [key, inner] of Object.entries(value)) {
    const isText = typeof inner === 'string' && /^\s*\{/.test(inner);
    const parsed: unknown = isText ? parsePastedJson(inner) : inner;
    const isPart = !isBody && typeof parsed === 'object' && parsed !== null && holdsBody(parsed);
    if (isPart) parts.push(readCodeDocument(parsed, source, chosen, depth + 1));
    else rest.push([key, inner]);
  }
  const read = readDocument(
    Array.isArray(value) ? rest.map(([, inner]) => inner) : Object.fromEntries(rest),
    source,
    chosen,
  );
  if (read !== null) parts.push(read.kind === 'refused' ? { ...noFindings, notes: [read.reason] } : read);
  return joinFindings(parts);
}

function holdsBody(value: object): boolean {
  return (
    'auth' in value ||
    Object.values(value).some((inner) => typeof inner === 'object' && inner !== null && 'auth' in inner)
  );
}

function readString(text: string, isConnection: boolean, source: Source, chosen: number): Findings {
  if (/^\s*\{/.test(text)) return readCodeDocument(parsePastedJson(text), source, chosen);
  if (/^[\w.-]+=[^&\s]*&[\w.-]+=/.test(text)) {
    return readForm(text, source);
  }
  const overlay = findOverlay(source);
  // Other strings in code are messages, queries and names.
  if (overlay === null || !/^[a-z][a-z0-9+.-]*:/i.test(text)) return noFindings;
  if (!isConnection && !overlay.mention.test(text)) return noFindings;
  const address = overlay.readAddress(text);
  if (address === null) return noFindings;
  return toFindings(address);
}
