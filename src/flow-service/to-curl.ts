import type { WireRequest } from './wire-request.ts';

/** Inserts a shell variable in place of a value that must not be written down. */
export type Variable = (name: string) => string;

/** A request with some values from the shell's environment. Its URL must not contain a variable. */
export type RequestTemplate = (variable: Variable) => WireRequest;

/**
 * The request as one curl command for a POSIX shell. Variables are quoted, and in the body also escaped for JSON.
 * Everything else reaches the service unchanged, whatever characters it contains.
 */
export function toCurl(template: RequestTemplate): string {
  const { mark, request } = markVariables(template);
  const { method, url, headers, body } = request;
  const parts = [
    `curl -X ${method} ${quote(url, mark)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`, mark)}`),
    ...(body === null ? [] : [`--data-raw ${quoteJson(indent(body), mark)}`]),
  ];
  return parts.join(' \\\n  ');
}

/** The request's body for reading or saving: indented, with each variable as `$NAME`. Empty without a body. */
export function toJsonText(template: RequestTemplate): string {
  const { body } = template((name) => `$${name}`);
  return body === null ? '' : indent(body);
}

/** A request whose variables stand between two marks, which nothing else in the request contains. */
export interface MarkedRequest {
  readonly mark: string;
  readonly request: WireRequest;
}

export function markVariables(template: RequestTemplate): MarkedRequest {
  const mark = findUnusedMark(JSON.stringify(template(() => '')));
  return { mark, request: template((name) => `${mark}${name}${mark}`) };
}

function indent(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}

/** A marker that no value of the request contains, so that the name of a table cannot be mistaken for a variable. */
function findUnusedMark(text: string): string {
  const longest = (text.match(/\uE000+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  return '\uE000'.repeat(longest + 1);
}

function quote(text: string, mark: string): string {
  const pieces = text.split(mark);
  const hasVariables = pieces.length > 1;
  if (hasVariables && pieces.every((piece) => /^[^"$`\\!]*$/.test(piece))) {
    return `"${pieces.map((piece, place) => (isVariable(place) ? expandWithin(piece, pieces[place + 1]) : piece)).join('')}"`;
  }
  return join(pieces, (name) => `"$${name}"`);
}

function quoteJson(text: string, mark: string): string {
  return join(text.split(mark), (name) => `"$(printf %s "$${name}" | sed 's/[\\\\"]/\\\\&/g')"`);
}

function join(pieces: readonly string[], expand: (name: string) => string): string {
  return pieces
    .map((piece, place) => (isVariable(place) ? expand(piece) : `'${piece.replaceAll("'", `'\\''`)}'`))
    .join('');
}

/** Braces are added only if the next character would extend the name. */
function expandWithin(name: string, next = ''): string {
  return /^\w/.test(next) ? `\${${name}}` : `$${name}`;
}

/** When a text is split at its markers, every second part is the name of a variable. */
function isVariable(place: number): boolean {
  return place % 2 === 1;
}
