import type { WireRequest } from './wire-request.ts';

/** Puts a shell variable where a value belongs that is not to be written down. */
export type Variable = (name: string) => string;

/** A request some values of which come from the shell's environment. No variable may stand in its URL. */
export type RequestTemplate = (variable: Variable) => WireRequest;

/**
 * The request as one curl command for a POSIX shell. Variables are quoted, and in the body escaped for JSON;
 * everything else reaches the service byte for byte, whatever it holds.
 */
export function toCurl(template: RequestTemplate): string {
  const mark = findUnusedMark(JSON.stringify(template(() => '')));
  const { method, url, headers, body } = template((name) => `${mark}${name}${mark}`);
  const parts = [
    `curl -X ${method} ${quote(url, mark)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`, mark)}`),
    ...(body === null ? [] : [`--data-raw ${quoteJson(indent(body), mark)}`]),
  ];
  return parts.join(' \\\n  ');
}

/** The request's body to read or to keep as a file: indented, and each variable as `$NAME`. Empty without a body. */
export function toJsonText(template: RequestTemplate): string {
  const { body } = template((name) => `$${name}`);
  return body === null ? '' : indent(body);
}

function indent(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}

/** What no value of the request holds, so that no table's name can pass for a variable. */
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

/** Braces only where the name would run into what follows. */
function expandWithin(name: string, next = ''): string {
  return /^\w/.test(next) ? `\${${name}}` : `$${name}`;
}

/** A text split at its marks has the name of a variable at every second place. */
function isVariable(place: number): boolean {
  return place % 2 === 1;
}
