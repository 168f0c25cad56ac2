import type { DatabaseText } from './find-database.ts';
import type { ImportResult } from './import-result.ts';
import type { ConnectionPart } from '../sources/connection-string.ts';
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
  const takesUrl = url.driver.slug === 'snowflake' && source.slug === 'snowflake';
  const isTemplate = markExpressions(text) !== text;
  if (takesUrl && isTemplate) {
    return refuse(label, 'This URL has placeholders. Replace them, then paste it again.');
  }
  if (!hasServer(source)) {
    return refuse(
      label,
      `This text names a server, which ${source.name} does not ask for. Fill in the fields of ${source.name}.`,
    );
  }
  const { params, unused } = fillFromUrl(source.authMethod, text, url);
  const more = takesUrl ? [] : ownSettings(source, url.others);
  const hasText = source.authMethod.params.some(({ name }) => name === 'connectionString');
  const isUnwritable = hasText && Object.keys(params).length === 0 && Object.keys(url.parts).length > 0;
  if (isUnwritable || (url.problem === null && url.placeholders.length === 0 && isEmpty(params, more))) {
    return refuse(label, `${explainUnused(source, unused.length)}${describePattern(source)}`);
  }
  if (isEmpty(params, more) && url.problem !== null) {
    return refuse(label, `${url.problem}${describePattern(source)}`);
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

function isEmpty(params: object, more: readonly unknown[]): boolean {
  return Object.keys(params).length === 0 && more.length === 0;
}

/** Settings that have the name of a param, such as `warehouse`. */
function ownSettings({ authMethod }: Source, others: ReadonlyMap<string, string>) {
  return authMethod.params.flatMap(({ name, control }) => {
    const value = others.get(name.toLowerCase());
    return value === undefined || value === '' || control !== 'text' ? [] : [[name, value] as const];
  });
}

function explainUnused(source: Source, unused: number): string {
  const isFielded = source.authMethod.params.some(
    (param) => param.control === 'secret' && param.connectionString !== undefined,
  );
  return isFielded && unused === 0
    ? 'A value of this URL has a semicolon, a quote, a brace or a space at an end, so it cannot be in a field. Enter the whole text as a connection string.'
    : `The connection string of ${source.name} cannot be made from this text. Enter the connection string instead.`;
}

function describePattern({ authMethod }: Source): string {
  const [first] = authMethod.params;
  return first?.control === 'secret' ? ` ${first.guide.whereToFind}` : '';
}
