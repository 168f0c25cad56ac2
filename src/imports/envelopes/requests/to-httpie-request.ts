import { parsePastedJson } from '../json/parse-pasted-json.ts';
import type { HttpRequest } from './http-request.ts';
import { readOptions } from './read-options.ts';

const grammar = {
  long: /^(?:auth|auth-type|raw|session|session-read-only|output|print|style|format-options|proxy|verify|cert|cert-key|timeout|max-redirects|pretty|boundary|ssl|ciphers|default-scheme|response-charset|response-mime|bearer)$/,
  short: 'aAopPs',
};

/** The separators of HTTPie's items. The one that is found first counts, and of two the longer one. */
const item = /^((?:[^\\:=@]|\\[\s\S])*?)(:=@|==@|:=|==|=@|:@|=|:|;$|@)([\s\S]*)$/;

/** Parses the words of an HTTPie command, which do not include `http`. */
export function toHttpieRequest(words: readonly string[], input: string | null): HttpRequest {
  const { options, operands } = readOptions(words, grammar);
  const valueOf = (...names: string[]) => options.find(({ name }) => names.includes(name))?.value;
  const [method = ''] = operands;
  const [url = '', ...items] =
    /^[A-Za-z]+$/.test(method) && operands.length > 1 ? operands.slice(1) : operands;
  const headers: { name: string; value: string }[] = [];
  const fields: [path: string, value: unknown][] = [];
  const unused: string[] = [];
  let bodyIsInFile = false;
  for (const word of items) {
    const [, escaped = '', sign = '', value = ''] = item.exec(word) ?? [];
    const name = escaped.replaceAll(/\\([\s\S])/g, '$1');
    if (sign === ':') headers.push({ name, value: value.trim() });
    else if (sign === '=') fields.push([escaped, value]);
    else if (sign === ':=') fields.push([escaped, parsePastedJson(value)]);
    else if (sign.includes('@')) bodyIsInFile = true;
    else unused.push(name);
  }
  const token = valueOf('auth', 'a');
  const isBearer = valueOf('auth-type', 'A')?.toLowerCase() === 'bearer';
  if (token !== undefined && isBearer) headers.push({ name: 'Authorization', value: `Bearer ${token}` });
  const isForm = options.some(({ name }) => name === 'form' || name === 'f');
  const body = valueOf('raw') ?? (fields.length === 0 ? input : write(fields, isForm));
  return {
    headers,
    body,
    bodyIsInFile,
    url,
    ignored: token !== undefined && !isBearer ? [...unused, 'auth'] : unused,
    secrets: token === undefined || isBearer ? [] : [token.slice(token.indexOf(':') + 1)],
  };
}

function write(fields: readonly (readonly [path: string, value: unknown])[], isForm: boolean): string {
  if (isForm) {
    return new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
  }
  const document: Nested = new Map();
  for (const [path, value] of fields) put(document, splitPath(path), value);
  return JSON.stringify(document, (_, value: unknown) =>
    value instanceof Map ? Object.fromEntries(value) : value,
  );
}

type Nested = Map<string, unknown>;

/** `auth[params][host]` is a path of names in HTTPie 3. */
function splitPath(path: string): readonly string[] {
  const [first = ''] = path.split('[', 1);
  const rest = [...path.slice(first.length).matchAll(/\[((?:[^\\\]]|\\[\s\S])*)\]/g)].map(
    ([, name = '']) => name,
  );
  return [first, ...rest].map((name) => name.replaceAll(/\\([\s\S])/g, '$1'));
}

function put(document: Nested, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    document.set(name, value);
    return;
  }
  const inner = document.get(name);
  const nested: Nested = inner instanceof Map ? inner : new Map<string, unknown>();
  document.set(name, nested);
  put(nested, rest, value);
}
