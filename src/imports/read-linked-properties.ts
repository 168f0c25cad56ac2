import type { ConnectionPart, ConnectionParts } from '../sources/connection-string.ts';
import { readPartly } from '../sources/connection-parts.ts';
import { findPlaceholders } from '../sources/connection-placeholders.ts';
import { fieldedTexts } from '../sources/fielded-text.ts';
import { fillFromUrl } from '../sources/jdbc-params.ts';
import { type Source, findParam } from '../sources/source.ts';
import { holdsExpression, isPlaceholder } from '../text/placeholders.ts';
import { describeExpected, quotedValue } from './describe-expected.ts';
import { readParams } from './read-params.ts';
import { type Findings, joinFindings, noFindings, paramField } from './reading.ts';

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
};

/** Reads the properties of a linked service, which may have a whole connection string, or a property for each part. */
export function readLinkedProperties(
  properties: Readonly<Record<string, unknown>>,
  source: Source,
): Findings {
  const { connectionString, ...others } = properties;
  const param = findParam(source, 'connectionString');
  if (param === undefined) return readParams(properties, source);
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
  const values: ConnectionParts = Object.fromEntries(known.map(([part, { text }]) => [part, text]));
  const { params, unused } = fillFromUrl(source.authMethod, '', { slug: source.slug, parts: values });
  const isLost = known.length > 0 && Object.keys(params).length === 0;
  return joinFindings([
    typeof connectionString === 'string' ? readText(connectionString, source) : noFindings,
    {
      findings: [
        ...Object.entries(params).map(([name, value]) => ({
          field: paramField(name),
          key: name,
          value,
          isQuoted: true,
        })),
        ...given
          .filter(([part, { text }]) => isTemplate(part, text))
          .map(([, { key, text }]) => ({ field: 'name', key, value: text })),
      ],
      unknownKeys: Object.keys(others).filter((key) => partNames[key] === undefined),
      notes: [
        ...(isLost ? describeLost(source, values) : []),
        ...unused.map((part) => `The ${part} of the text has no field and was skipped.`),
      ],
      secrets: [parts['password']?.text ?? ''].filter((one) => one !== ''),
    },
  ]);
}

/** Values that make up no connection string, because it has no fields or because a value cannot be in them. */
function describeLost(source: Source, parts: ConnectionParts): readonly string[] {
  const expected = describeExpected(source, parts, []);
  const isFielded = fieldedTexts(source.authMethod).length > 0;
  return [...(isFielded ? [quotedValue] : []), ...(expected === null ? [] : [expected])];
}

/** Reads a connection string as a whole if the form can show all of it, and its parts otherwise. */
function readText(text: string, source: Source): Findings {
  const { authMethod } = source;
  const field = paramField('connectionString');
  const read = readPartly(authMethod, 'connectionString', text);
  const placeholders = isPlaceholder(text) ? ['connectionString'] : findPlaceholders(text);
  if (read === null || isPlaceholder(text)) {
    return placeholders.length > 0
      ? {
          ...noFindings,
          findings: placeholders.map((key) => ({ field: 'name', key, value: '<placeholder>' })),
          notes: ['The connection string was skipped. Replace its placeholders, then paste it again.'],
        }
      : { ...noFindings, findings: [{ field, key: 'connectionString', value: text, isQuoted: true }] };
  }
  return {
    findings: [
      ...Object.entries(read.params).map(([name, value]) => ({
        field: paramField(name),
        key: name,
        value,
        isQuoted: true,
      })),
      ...read.placeholders.map(({ key }) => ({ field: 'name', key, value: '<placeholder>' })),
    ],
    unknownKeys: read.unknownKeys,
    notes: read.notes,
    secrets: read.secrets,
  };
}
