import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { readSettings } from '../../read-settings.ts';
import { type ReadingResult, joinFindings, noFindings } from '../../reading.ts';
import { type HttpRequest, toHeader } from './http-request.ts';
import { isAdobeHeader, readRequests } from './read-request.ts';

const requestLine =
  /^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) +\S+|https?:\/\/\S+)(?: +HTTP\/[\d.]+)?[ \t]*$/;
const variableLine = /^@([\w.-]+)[ \t]*=[ \t]*(.*)$/;
/** A header, with its value on the same line, or on the next one as in the tools of a browser. */
const headerLine = /^[ \t]*(?:[-*+][ \t]+)?["'`]?(:?[A-Za-z][\w-]*)["'`]?[ \t]*:[ \t]*(.*?)[ \t]*$/;
const unreadNote = 'Some lines were skipped because they are neither headers nor a body.';

/**
 * Reads requests as in `.http` files and in HTTP itself, and header lines alone: `x-api-key: ...`. Null when a text
 * has neither a request line nor a header of Adobe.
 */
export function readHttpMessage(text: string, source: Source, chosen: number): ReadingResult {
  const lines = joinValues(text.split('\n'));
  const hasRequest = lines.some((line) => requestLine.test(line)) && lines.length > 1;
  const hasHeader = lines.some((line) => isAdobeHeader(headerLine.exec(line)?.[1] ?? ''));
  if (!hasRequest && !hasHeader) return null;
  const variables = new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value = ''] = variableLine.exec(line) ?? [];
      return name === undefined ? [] : [[name, value]];
    }),
  );
  const parts = splitRequests(lines).map((part) => readPart(part, hasRequest, variables));
  const requests = parts.map(({ request }) => request);
  const unread = { ...noFindings, notes: parts.some(({ hasUnread }) => hasUnread) ? [unreadNote] : [] };
  const set = readSettings(
    [...variables].map(([key, value]) => ({ key, value, isQuoted: true })),
    source,
  );
  const all = joinFindings([
    readRequests(requests, source, chosen),
    unread,
    variables.size > 0 ? set : noFindings,
  ]);
  const kind = hasRequest ? 'http-request' : 'headers';
  if (all.findings.length > 0) return { kind, ...all };
  return hasHeader || all.notes.length > 0
    ? refuse(
        'HTTP request',
        all.notes[0] ?? 'This request has no values to import. Paste a request to Adobe.',
      )
    : null;
}

/** Chromium's tools show the name of a header on one line and its value on the next. */
function joinValues(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const name = /^[ \t]*([A-Za-z][\w-]*):?[ \t]*$/.exec(line)?.[1] ?? '';
    const value = lines[index + 1] ?? '';
    if (isAdobeHeader(name) && value.trim() !== '' && !headerLine.test(value)) {
      joined.push(`${name}: ${value}`);
      index += 1;
    } else joined.push(line);
  }
  return joined;
}

function splitRequests(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith('###')) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

function readPart(
  lines: readonly string[],
  hasRequest: boolean,
  variables: ReadonlyMap<string, string>,
): { readonly request: HttpRequest; readonly hasUnread: boolean } {
  const headers: { name: string; value: string }[] = [];
  const body: string[] = [];
  let url = '';
  let isBody = false;
  let hasUnread = false;
  let bodyIsInFile = false;
  const fill = (value: string) =>
    value.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, (match, name: string) => variables.get(name) ?? match);
  for (const line of lines) {
    if (isBody) {
      if (/^<\s+\S/.test(line)) bodyIsInFile = true;
      else if (!/^>\s|^<>\s/.test(line)) body.push(line);
    } else if (requestLine.test(line)) url = fill(line);
    else if (/^\s*(?:#|\/\/)/.test(line) || variableLine.test(line)) continue;
    else if (line.trim() === '') isBody = hasRequest && url !== '';
    else {
      const [, name, value = ''] = headerLine.exec(line) ?? [];
      const header = name === undefined ? null : toHeader(`${name}: ${fill(unquote(value))}`);
      if (header !== null) headers.push(header);
      // A long URL goes on after a line break.
      else if (/^\s+[?&]/.test(line)) url += fill(line.trim());
      else hasUnread = true;
    }
  }
  const content = fill(body.join('\n').trim());
  return { request: { headers, body: content === '' ? null : content, bodyIsInFile, url }, hasUnread };
}

/** Quotes and a comma around a value, as in code. */
function unquote(value: string): string {
  return /^(["'`])([^"'`]*)\1[,;]?$/.exec(value)?.[2] ?? value;
}
