import type { DatabaseText } from './find-database.ts';
import { describeExpected, quotedValue } from './describe-expected.ts';
import type { ImportResult } from './import-result.ts';
import { findSecrets } from './secret-text.ts';
import type { ConnectionPart } from '../sources/connection-string.ts';
import { fieldedTexts } from '../sources/fielded-text.ts';
import { fillFromUrl } from '../sources/jdbc-params.ts';
import { refuse } from '../sources/overlay.ts';
import type { Source } from '../sources/source.ts';
import { markExpressions } from '../text/placeholders.ts';

const words: Readonly<Record<ConnectionPart, string>> = {
  server: 'server',
  port: 'port',
  database: 'database',
  user: 'username',
  password: 'password',
};

/** What the database that a text names fills for a source. */
export function readDatabaseFor(database: DatabaseText, source: Source): ImportResult {
  const { label, url: text, read: url } = database;
  const takesUrl = url.driver.slug === 'snowflake' && !url.driver.isPlain && source.slug === 'snowflake';
  const isTemplate = markExpressions(text) !== text;
  if (takesUrl && isTemplate) {
    return refuse(label, 'This URL has placeholders. Replace them, then paste it again.');
  }
  if (!hasServer(source) && (url.parts.server !== undefined || url.problem !== null)) {
    return refuse(
      label,
      `This text names a server, which ${source.name} does not ask for. Fill in the fields of ${source.name}.`,
    );
  }
  const { params, unused } = fillFromUrl(source.authMethod, text, url);
  const more = takesUrl ? [] : ownSettings(source, url.others);
  const expected = describeExpected(source, url.parts, findSecrets(text));
  const isFielded = fieldedTexts(source.authMethod).length > 0;
  const fillsNothing = Object.keys(params).length === 0 && more.length === 0;
  const hasParts = Object.keys(url.parts).length > 0;
  const isUnwritable = expected !== null && (hasParts || !isFielded);
  if (fillsNothing && (isUnwritable || (url.problem === null && url.placeholders.length === 0))) {
    const isQuoted = isFielded && unused.length === 0 && hasParts;
    const reasons = [isQuoted ? quotedValue : (url.problem ?? ''), expected ?? nothingToFill(source)];
    return refuse(label, reasons.filter((one) => one !== '').join(' '));
  }
  // A database alone, without its server, is no start.
  const isWithoutUser = url.parts.user === undefined && url.parts.password === undefined;
  if (url.problem !== null && more.length === 0 && (isWithoutUser || fillsNothing)) {
    return refuse(label, [url.problem, expected ?? ''].join(' ').trim());
  }
  const isUnused = (name: string) => !more.some(([own]) => own.toLowerCase() === name.toLowerCase());
  return {
    kind: 'address',
    label,
    found: { params: { ...Object.fromEntries(more), ...params } },
    placeholders: takesUrl ? [] : url.placeholders.map((part) => words[part]),
    unknownKeys: takesUrl ? [] : url.names.filter(isUnused),
    notes: takesUrl
      ? []
      : [
          ...(url.problem === null ? [] : [url.problem]),
          ...unused.map((part) => `The ${words[part]} of the URL has no field and was skipped.`),
          ...url.notes,
          ...(url.namesAfterPassword.some(isUnused) ? ['The settings after the password were skipped.'] : []),
        ],
  };
}

/** Whether a source asks where a server is. */
function hasServer({ authMethod }: Source): boolean {
  return authMethod.params.some(({ name }) => /^(?:connectionString|server|host|account|domain)$/.test(name));
}

/** Settings that have the name of a param, such as `warehouse`. */
function ownSettings({ authMethod }: Source, others: ReadonlyMap<string, string>) {
  return authMethod.params.flatMap(({ name, control }) => {
    const value = others.get(name.toLowerCase());
    return value === undefined || value === '' || control !== 'text' ? [] : [[name, value] as const];
  });
}

function nothingToFill({ name }: Source): string {
  return `This text has no value for a field of ${name}. Enter its values.`;
}
