import type { WireRequest } from './wire-request.ts';

/** Inserts a shell variable in place of a value that must not be written down. */
export type Variable = (name: string) => string;

/** A request with some values from the shell's environment. Its URL must not contain a variable. */
export type RequestTemplate = (variable: Variable) => WireRequest;

/**
 * Sets a program for awk that escapes a text for JSON. sed would leave a line break or a tab in a secret as it is, which
 * JSON does not allow, and `$(...)` would drop the line breaks at its end.
 */
export const jsonProgram = String.raw`to_json='NR > 1 { printf "%s", "\\n" }
{ gsub(/["\\]/, "\\\\&")
  for (i = 1; i < 32; i++) gsub(sprintf("%c", i), sprintf("\\u%04x", i))
  printf "%s", $0 }'`;

/** The request as a command for a POSIX shell, after what it needs. */
export function toCurl(template: RequestTemplate): string {
  const { mark, request } = markVariables(template);
  const command = toCurlCommand(template);
  return request.body?.includes(mark) === true ? `${jsonProgram}\n${command}` : command;
}

/**
 * The request as one curl command for a POSIX shell in which `jsonProgram` was run. Variables are quoted, and in the
 * body also escaped for JSON. Everything else reaches the service unchanged, whatever characters it contains.
 */
export function toCurlCommand(template: RequestTemplate): string {
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
  return body === null ? '' : escapeInvisible(indent(body));
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
  return join(
    text.split(mark).map((piece, place) => (isVariable(place) ? piece : escapeInvisible(piece))),
    (name) => `"$(printf '%s\\n' "$${name}" | awk "$to_json")"`,
  );
}

/** What a reader of a text cannot see, but for line breaks. */
export const invisible = /[^\P{C}\n]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Escapes what is invisible, such as U+202E, which reverses the text after it. A command must do what it seems to do. */
export function escapeInvisible(json: string): string {
  return json.replaceAll(invisible, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
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
