import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FoundAnswers } from './import-result.ts';
import { holdsExpression, isPlaceholder } from '../text/placeholders.ts';
import { readPastedText } from './read-pasted-text.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';

interface Answers {
  readonly token: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly username: string;
  readonly password: string;
  readonly enableSsl: boolean;
}

const secretUnits = [
  ...Array.from('@:/?#%&;=\'"\\ $`!^|<>{}[]()*+,.~-_aZ09'),
  '\u{1F511}',
  '\u00E9',
  '%4',
  '\\u',
  '\\x41',
];
const password = fc.string({ unit: fc.constantFrom(...secretUnits), minLength: 1, maxLength: 14 });
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'x', 'z', '0', '9'), minLength: 1, maxLength: 8 });
const answers: fc.Arbitrary<Answers> = fc.record({
  token: word.map((text) => `eyJhbGciOiJSUzI1NiJ9.eyJ4IjoxfQ.${text}`),
  host: fc.tuple(word, word).map(([name, domain]) => `h${name}.${domain}.example`),
  port: fc.integer({ min: 1, max: 65_535 }),
  path: fc.oneof(
    fc.constant('/'),
    fc.tuple(word, word).map((parts) => `/${parts.join('/')}`),
  ),
  username: word,
  password,
  enableSsl: fc.boolean(),
});

const apiKey = '0123456789abcdef0123456789abcdef';
const organizationId = '0123456789ABCDEF01234567@AdobeOrg';

const body = (given: Answers): string => {
  const { host, port, path: httpPath, username, enableSsl } = given;
  const params = { host, username, password: given.password, port, httpPath, enableSsl };
  return JSON.stringify({
    name: 'n',
    auth: { specName: 'Basic Authentication', params },
    connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
  });
};
const settings = (given: Answers): [string, string][] => [
  ['API_KEY', apiKey],
  ['IMS_ORG', organizationId],
  ['ACCESS_TOKEN', given.token],
  ['PHOENIX_HOST', given.host],
  ['PHOENIX_PORT', String(given.port)],
  ['PHOENIX_HTTP_PATH', given.path],
  ['PHOENIX_USERNAME', given.username],
  ['PHOENIX_PASSWORD', given.password],
  ['PHOENIX_ENABLE_SSL', String(given.enableSsl)],
];
const envFile = (given: Answers, quote: (value: string) => string): string =>
  settings(given)
    .map(([key, value]) => `${key}=${quote(value)}`)
    .join('\n');
const oneLine = (
  given: Answers,
  quote: (value: string) => string,
  setter: string,
  separator: string,
): string =>
  settings(given)
    .map(([key, value]) => `${setter}${key}=${quote(value)}`)
    .join(separator);
const curl = (given: Answers, quote: (value: string) => string, newLine: string): string =>
  [
    `curl -X POST ${quote('https://platform.adobe.io/data/foundation/flowservice/connections')}`,
    `-H ${quote(`Authorization: Bearer ${given.token}`)}`,
    `--header ${quote(`X-Api-Key: ${apiKey}`)}`,
    `-H${quote(`x-gw-ims-org-id: ${organizationId}`)}`,
    `--data-raw ${quote(body(given))}`,
  ].join(newLine);
const server = ({ host, port, path, enableSsl }: Answers, userInfo = ''): string =>
  `http${enableSsl ? 's' : ''}://${userInfo}${host}:${port}${path}`;
const thin = (given: Answers, quotedPassword: string, last: string): string =>
  `jdbc:phoenix:thin:url=${server(given)};serialization=PROTOBUF;authentication=BASIC;avatica_user=${given.username};avatica_password=${quotedPassword}${last}`;

const inSingleQuotes = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
const inDoubleQuotes = (text: string): string => `"${text.replaceAll(/[\\"$`]/g, String.raw`\$&`)}"`;
/** Escapes as Chromium does when it copies a request for a shell. */
const chromium = (text: string): string =>
  `$'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll(/[^ -~]|!/g, (unit) =>
      Array.from(
        { length: unit.length },
        (_, at) => `\\u${unit.charCodeAt(at).toString(16).padStart(4, '0')}`,
      ).join(''),
    )}'`;
/** Escapes as Firefox does: two digits for characters below 256. */
const firefox = (text: string): string =>
  chromium(text).replaceAll(/\\u00([0-9a-f]{2})/g, (match, digits: string, at: number, all: string) =>
    /(?:^|[^\\])(?:\\\\)*$/.test(all.slice(0, at)) ? `\\x${digits}` : match,
  );
/** Escapes as Chromium does for Windows: first for curl.exe, then a caret before special characters of the prompt. */
const windows = (text: string): string =>
  `^"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll(/[^ -~]/g, ' ')
    .replaceAll(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/gu, '^$&')}^"`;
/**
 * Writes a value as Avatica's ConnectStringParser.getParamString does. An unquoted value that seems to contain
 * another setting is left out with a note, so it cannot be read back.
 */
const avatica = (text: string): string => {
  if (!/[;'"]|^ | $/.test(text)) {
    fc.pre(!/[\s,&|][a-z_][\w.-]*\s*=/i.test(text));
    return text;
  }
  const quote = text.startsWith('"') || (!text.startsWith("'") && !text.includes("'")) ? "'" : '"';
  return `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
};

/** `%40` typed into a URL is read as @ by every reader, whatever the user intended. */
const asTyped = (text: string): string => {
  fc.pre(!/%[0-9a-f]{2}/i.test(text));
  return text;
};
/** A value in quotes is read as quoted by every reader, and correctly loses its quotes. */
const noQuotes = (text: string): string => {
  fc.pre(!/^\s*(["']).*\1\s*(?:[;,)]*\s*|#.*)$/s.test(text));
  return text;
};
const query = '?authentication=BASIC&avatica_user=';

/** Formats that can represent any password, so the result must equal the original. */
const faithful: Record<string, (given: Answers) => string> = {
  'Postman environment': (given) =>
    JSON.stringify({
      name: 'e',
      values: settings(given).map(([key, value]) => ({ key, value, enabled: true })),
    }),
  'JSON settings': (given) => JSON.stringify(Object.fromEntries(settings(given))),
  'connection body': body,
  'linked service': (given) => {
    const { host, port, path: httpPath, username, enableSsl } = given;
    const secret = { type: 'SecureString', value: given.password };
    const typeProperties = { host, port: String(port), httpPath, username, password: secret, enableSsl };
    return JSON.stringify({ name: 'n', properties: { type: 'Phoenix', typeProperties } }, null, 2);
  },
  'curl in single quotes': (given) => curl(given, inSingleQuotes, ' \\\n  '),
  'curl in double quotes': (given) => curl(given, inDoubleQuotes, ' \\\r\n'),
  'curl of Chromium': (given) => curl(given, chromium, ' '),
  'curl of Firefox': (given) => curl(given, firefox, ' '),
  'thin URL': (given) => thin(given, avatica(given.password), ''),
  'thin URL, password first': (given) => thin(given, avatica(given.password), ';schema=S'),
  'server URL, encoded': (given) => server(given, `${given.username}:${encodeURIComponent(given.password)}@`),
  'server URL, encoded query': (given) =>
    `${server(given)}${query}${given.username}&avatica_password=${encodeURIComponent(given.password)}`,
};

/** Formats that cannot represent every password, or that people often write without the necessary escapes. */
const lossy: Record<string, (given: Answers) => string> = {
  'curl for Windows': (given) => curl(given, windows, ' ^\r\n  '),
  'environment file': (given) => envFile(given, noQuotes),
  'environment file in single quotes': (given) => envFile(given, (value) => `'${value}'`),
  'environment file in double quotes': (given) => envFile(given, (value) => `"${value}"`),
  'exported variables': (given) => envFile(given, inDoubleQuotes).replaceAll(/^/gm, 'export '),
  'settings on one line, semicolons': (given) => oneLine(given, noQuotes, '', ';'),
  'settings on one line, commas': (given) => oneLine(given, noQuotes, '', ', '),
  'settings on one line, blanks': (given) => oneLine(given, noQuotes, '', ' '),
  'settings on one line, in quotes': (given) => oneLine(given, (value) => `"${value}"`, '', ', '),
  'query string': (given) => oneLine(given, noQuotes, '', '&'),
  'exported on one line': (given) => `export ${oneLine(given, inDoubleQuotes, '', ' ')}`,
  'exports on one line': (given) => oneLine(given, inDoubleQuotes, 'export ', ' && '),
  PowerShell: (given) => oneLine(given, (value) => `'${value.replaceAll("'", "''")}'`, '$env:', '; '),
  'command prompt': (given) => oneLine(given, noQuotes, 'set ', '&'),
  'thin URL, without quotes': (given) => thin(given, noQuotes(given.password), ''),
  'thin URL, without quotes, password first': (given) => thin(given, noQuotes(given.password), ';schema=S'),
  'server URL, as typed': (given) => server(given, `${given.username}:${asTyped(given.password)}@`),
  'server URL, query as typed': (given) =>
    `${server(given)}${query}${given.username}&avatica_password=${asTyped(given.password)}`,
};

function expected({ token, host, port, path, username, enableSsl }: Answers): FoundAnswers {
  const params = { host, port: String(port), httpPath: path, username, enableSsl };
  return { apiKey, organizationId, accessToken: token, params };
}

/** Describes what was read incorrectly. It does not throw, so that fast-check reports the first problem. */
function complain(given: Answers, text: string, mayGiveUp: boolean): string | null {
  const result = readPastedText(text, phoenix);
  if (result.kind === 'refused') return mayGiveUp ? null : result.reason;

  const { params: { password: foundPassword, ...params } = {}, ...others } = result.found;
  const told = [...result.notes, ...result.placeholders];
  if (foundPassword === undefined) {
    const isTemplate = isPlaceholder(given.password) || holdsExpression(given.password, 'secret');
    if (!mayGiveUp && !isTemplate) return 'The password was given up.';
    if (told.length === 0) return 'Nothing says that the password was given up.';
  } else if (foundPassword !== given.password) return `The password became ${foundPassword}.`;

  const { params: wantedParams, ...wanted } = expected(given);
  // An absent value is harmless. A present value must equal the original.
  const strays = Object.entries({ ...others, ...params }).filter(
    ([name, value]) => new Map(Object.entries({ ...wanted, ...wantedParams, name: 'n' })).get(name) !== value,
  );
  if (strays.length > 0) return `A field holds what it should not: ${JSON.stringify(strays)}.`;
  if (!mayGiveUp && Object.keys(params).length < 5) return 'A field was not read.';
  const shown = JSON.stringify([result.label, told, result.unknownKeys]);
  return given.password.length > 5 && shown.includes(given.password) ? 'The password is shown.' : null;
}

/** fast-check's report of the first password that a format does not preserve; undefined when there is none. */
function findBreaking(
  write: (given: Answers) => string,
  given: fc.Arbitrary<Answers>,
  mayGiveUp: boolean,
): string | undefined {
  const property = fc.property(given, (one) => {
    const complaint = complain(one, write(one), mayGiveUp);
    if (complaint !== null) throw new Error(complaint);
  });
  return fc.defaultReportMessage(fc.check(property, { numRuns: 400 }));
}

describe('values written in a supported format are read back', () => {
  test.each(Object.entries(faithful))('%s', (_, write) => {
    expect(findBreaking(write, answers, false)).toBeUndefined();
  });
});

describe('ambiguous values are reported and not imported', () => {
  test.each(Object.entries(lossy))('%s', (_, write) => {
    expect(findBreaking(write, answers, true)).toBeUndefined();
  });

  test.each(Object.entries(lossy))('%s: a plain password is read', (_, write) => {
    // A password that happens to be part of another value would cause that value to be left out.
    const plain = fc
      .record({ given: answers, word })
      .map((all) => ({ ...all.given, password: `P${all.word}` }));
    expect(findBreaking(write, plain, false)).toBeUndefined();
  });
});
