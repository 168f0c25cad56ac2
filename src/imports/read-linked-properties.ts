import type { ConnectionPart, ConnectionParts } from '../sources/connection-string.ts';
import { readParts } from '../sources/connection-parts.ts';
import { readOracleAddress } from '../sources/jdbc-address.ts';
import { fieldedTexts } from '../sources/fielded-text.ts';
import { fillFromUrl } from '../sources/jdbc-params.ts';
import { type Source, findParam } from '../sources/source.ts';
import { holdsExpression, isPlaceholder } from '../text/placeholders.ts';
import { describeExpected, quotedValue } from './describe-expected.ts';
import { readParams } from './read-params.ts';
import { readStringParts, toFindings, toPlaceholder } from './read-string-parts.ts';
import { type Findings, joinFindings, noFindings } from './reading.ts';

/** The names of each part in the properties of linked services. */
const partNames: Readonly<Record<string, ConnectionPart>> = {
  server: 'server',
  host: 'server',
  port: 'port',
  database: 'database',
  username: 'user',
  user: 'user',
  userName: 'user',
  password: 'password',
  accountIdentifier: 'server',
};

/** Properties with another name in Azure than in Adobe's sources. */
const otherNames: Readonly<Record<string, string>> = { servicePrincipalCredential: 'servicePrincipalKey' };

/** Reads the properties of a linked service, which may have a whole connection string, or a property for each part. */
export function readLinkedProperties(
  properties: Readonly<Record<string, unknown>>,
  source: Source,
): Findings {
  const { connectionString, ...others } = properties;
  const param = findParam(source, 'connectionString');
  if (param === undefined) return readForFields(properties, source);
  const parts = Object.fromEntries(
    Object.entries(others)
      .flatMap(([key, value]) => {
        const part = partNames[key];
        const text = typeof value === 'number' ? String(value) : value;
        return part === undefined || typeof text !== 'string' || text === ''
          ? []
          : [[key, part, text] as const];
      })
      .map(([key, part, text]) => [part, { key, text }] as const),
  );
  const given = Object.entries(parts);
  const isTemplate = (part: string, text: string) =>
    isPlaceholder(text) || holdsExpression(text, part === 'password' ? 'secret' : 'text');
  const known = given.filter(([part, { text }]) => !isTemplate(part, text));
  const written: ConnectionParts = Object.fromEntries(known.map(([part, { text }]) => [part, text]));
  const { values, notes } = source.slug === 'oracle' ? splitServer(written) : { values: written, notes: [] };
  const { params, unused } = fillFromUrl(source.authMethod, '', { slug: source.slug, parts: values });
  const isLost = known.length > 0 && Object.keys(params).length === 0;
  return joinFindings([
    typeof connectionString === 'string' ? readStringParts(connectionString, source) : noFindings,
    {
      findings: [
        ...toFindings(params),
        ...given
          .filter(([part, { text }]) => isTemplate(part, text))
          .map(([, { key, text }]) => ({ field: 'name', key, value: text })),
      ],
      unknownKeys: Object.keys(others).filter((key) => partNames[key] === undefined),
      notes: [...notes, ...(isLost ? describeLost(source, values) : []), ...unused.map(describeUnused)],
      secrets: [parts['password']?.text ?? ''].filter((one) => one !== ''),
    },
  ]);
}

/** For a source with a field for each value, a connection string is read into the fields. */
function readForFields(properties: Readonly<Record<string, unknown>>, source: Source): Findings {
  const named = Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) =>
      value === undefined ? [] : [[otherNames[key] ?? key, value] as const],
    ),
  );
  const { connectionString: text, ...others } = named;
  if (typeof text !== 'string' || isPlaceholder(text)) return readParams(named, source);
  const { parts, placeholders, ...read } = readParts(text);
  // Azure writes the protocol and the usual port beside the server.
  const server = parts.server?.replace(/^tcp:|,1433$/gi, '');
  const { params, unused } = fillFromUrl(source.authMethod, '', {
    slug: source.slug,
    parts: { ...parts, ...(server !== undefined && { server }) },
  });
  return joinFindings([
    readParams(others, source),
    {
      ...read,
      findings: [...toFindings(params), ...placeholders.map(({ key }) => toPlaceholder(key))],
      notes: [...read.notes, ...unused.map(describeUnused)],
    },
  ]);
}

/** Azure writes the server of Oracle as `host:port/service` or `host:port:sid`. */
function splitServer({ server, ...others }: ConnectionParts) {
  const read = server === undefined || !/[:/(]/.test(server) ? null : readOracleAddress(`thin:@${server}`);
  if (read === null) return { values: { ...(server !== undefined && { server }), ...others }, notes: [] };
  if ('problem' in read) {
    return {
      values: others,
      notes: ['The server was skipped because it is not one host. Enter the server, the port and the SID.'],
    };
  }
  const { server: host = '', port, database } = read;
  const values: ConnectionParts = {
    server: host,
    ...(port !== undefined && { port }),
    ...(typeof database === 'string' && { database }),
    ...others,
  };
  return { values, notes: read.notes.map((note) => note.replace('of the URL', 'of the server')) };
}

function describeUnused(part: ConnectionPart): string {
  return `The ${part} of the text has no field and was skipped.`;
}

/** Values that make up no connection string, because it has no fields or because a value cannot be in them. */
function describeLost(source: Source, parts: ConnectionParts): readonly string[] {
  const expected = describeExpected(source, parts, []);
  const isFielded = fieldedTexts(source.authMethod).length > 0;
  return [...(isFielded ? [quotedValue] : []), ...(expected === null ? [] : [expected])];
}
