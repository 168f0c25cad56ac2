import { readPartly, readParts } from '../sources/connection-parts.ts';
import { findPlaceholders } from '../sources/connection-placeholders.ts';
import type { Source } from '../sources/source.ts';
import { isPlaceholder } from '../text/placeholders.ts';
import { describeExpected } from './describe-expected.ts';
import { type Finding, type Findings, noFindings, paramField } from './reading.ts';
import { findSecrets } from './secret-text.ts';

/**
 * Reads a connection string into the fields of the source. Without fields it is read as a whole, unless it has
 * placeholders.
 */
export function readStringParts(text: string, source: Source): Findings {
  const field = paramField('connectionString');
  if (isPlaceholder(text)) return leaveOut(['connectionString'], null);
  const read = readPartly(source.authMethod, 'connectionString', text);
  if (read !== null) {
    return {
      findings: [...toFindings(read.params), ...read.placeholders.map(({ key }) => toPlaceholder(key))],
      unknownKeys: read.unknownKeys,
      notes: read.notes,
      secrets: read.secrets,
    };
  }
  const placeholders = findPlaceholders(text);
  if (placeholders.length === 0) {
    return { ...noFindings, findings: [{ field, key: 'connectionString', value: text, isQuoted: true }] };
  }
  const { parts } = readParts(text);
  return leaveOut(placeholders, describeExpected(source, parts, findSecrets(text)));
}

function leaveOut(placeholders: readonly string[], expected: string | null): Findings {
  return {
    ...noFindings,
    findings: placeholders.map(toPlaceholder),
    notes: [
      'The connection string was skipped. Replace its placeholders, then paste it again.',
      ...(expected === null ? [] : [expected]),
    ],
  };
}

export function toFindings(params: Readonly<Record<string, string>>): readonly Finding[] {
  return Object.entries(params).map(([name, value]) => ({
    field: paramField(name),
    key: name,
    value,
    isQuoted: true,
  }));
}

/** A placeholder is reported as such whatever its field is. */
export function toPlaceholder(key: string): Finding {
  return { field: 'name', key, value: '<placeholder>' };
}
