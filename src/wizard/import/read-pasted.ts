import { type DatabaseText, findDatabase } from '../../imports/find-database.ts';
import type { ConnectionChoice, Import, ImportResult } from '../../imports/import-result.ts';
import { cleanPastedText } from '../../imports/clean-pasted-text.ts';
import {
  isWhollyOf,
  readConnectionText,
  unwrapConnectionString,
} from '../../imports/read-connection-text.ts';
import { findLinkedSources } from '../../imports/linked-service-types.ts';
import { readDatabaseFor } from '../../imports/read-jdbc-text.ts';
import { readPastedText } from '../../imports/read-pasted-text.ts';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { fieldedTexts } from '../../sources/fielded-text.ts';
import { findOverlay } from '../../sources/find-overlay.ts';
import type { Refusal } from '../../sources/overlay.ts';
import { type Source, chooseAuthMethod } from '../../sources/source.ts';
import { type SourceEntry, findEntryBySlug, sourceIndex } from '../../sources/source-index.ts';

/** A text that belongs to another source than the chosen one, or to one of several. */
export interface OfOtherSource {
  readonly kind: 'otherSource';
  readonly sources: readonly OfferedSource[];
}

/** A source that a text is for. */
export interface OfferedSource {
  readonly slug: string;
  readonly name: string;
  /** Its connections, if the text has several of them. */
  readonly connections: readonly ConnectionChoice[];
}

/** Longer texts are refused by all readers. */
const longestLine = 8192;

/**
 * Reads a pasted text for a source, or says to which other source it belongs. Of several connections, the one at the
 * place `chosen` is read.
 */
export function readPasted(text: string, source: Source, chosen = 0): ImportResult | OfOtherSource {
  // A password at the end of a connection string may end with a blank, which cleaning keeps.
  const line = text.length > longestLine ? '' : cleanPastedText(text).text;
  // A source with an overlay reads its own addresses.
  const own = findOverlay(source) === null ? readConnectionText(line, source) : null;
  if (own !== null) return own;
  const whole = line === '' ? text : line;
  const database = findDatabase(whole);
  const meant = findMeant(whole, database, source);
  const isOwn = text.includes(source.connectionSpec.id) || meant.some(({ slug }) => slug === source.slug);
  if (meant.length > 0 && !isOwn) {
    return { kind: 'otherSource', sources: meant.map((one) => toOffered(one, text)) };
  }
  const read = readPastedText(text, source, chosen);
  if (findOverlay(source) !== null || database === null || line === '') return read;
  const named = readDatabaseFor(database, source);
  if (database.usedKeys === null || read.kind === 'refused') return named;
  return named.kind === 'refused' ? withReason(named, read, database.usedKeys) : join(named, read);
}

function toOffered({ slug, name }: SourceEntry, text: string): OfferedSource {
  const source = builtInSources.find((one) => one.slug === slug);
  const connections = source === undefined ? [] : listConnections(text, chooseAuthMethod(source));
  return { slug, name, connections };
}

/** The connections of a source in a text, if it has several; empty otherwise. */
export function listConnections(text: string, source: Source): readonly ConnectionChoice[] {
  const read = readPastedText(text, source);
  return read.kind === 'refused' ? [] : (read.connections ?? []);
}

/** What settings have beside a database that cannot be used, if they have anything. */
function withReason(refusal: Refusal, settings: Import, usedKeys: readonly string[]): ImportResult {
  if (Object.keys(settings.found).length === 0) return refusal;
  return {
    ...settings,
    unknownKeys: settings.unknownKeys.filter((key) => !usedKeys.includes(key)),
    notes: [...new Set([...settings.notes, refusal.reason])],
  };
}

/** Settings may have credentials of Adobe beside those of a database. */
function join(database: Import, settings: Import): Import {
  const used = new Set(database.unknownKeys);
  return {
    ...database,
    found: {
      ...settings.found,
      params: { ...settings.found.params, ...database.found.params },
    },
    placeholders: [...new Set([...database.placeholders, ...settings.placeholders])],
    unknownKeys: settings.unknownKeys.filter((key) => used.has(key)),
    notes: [...new Set([...database.notes, ...settings.notes])],
  };
}

/**
 * A JDBC URL names its source by its driver, a request or a connection by the ID of its spec, and a connection string
 * by its keys, which several sources may share.
 */
function findMeant(
  text: string,
  database: DatabaseText | null,
  { slug: own }: Source,
): readonly SourceEntry[] {
  if (database !== null) {
    const { slug, driver } = database.read;
    const accepted = [slug, driver.slug, ...driver.also];
    const entry = findEntryBySlug(accepted.includes(own) ? own : slug);
    return entry === undefined ? [] : [entry];
  }
  const named = sourceIndex.filter(({ specId }) => text.includes(specId));
  if (named.length > 0) return inOrder(named, text);
  const linked = findLinkedSources(text);
  if (linked.length > 0) return sourceIndex.filter(({ slug }) => linked.includes(slug));
  const whole = unwrapConnectionString(text);
  if (whole.includes('\n')) return [];
  const written = builtInSources.filter(({ authMethods }) =>
    authMethods.flatMap(fieldedTexts).some(({ fields: { format } }) => isWhollyOf(format, whole)),
  );
  return sourceIndex.filter((entry) => written.some((one) => one.slug === entry.slug));
}

/** The ID of the only connection spec that a text names, if no documented source has it; null otherwise. */
export function findCustomSpec(text: string): string | null {
  const ids = [
    ...text.matchAll(
      /connectionSpec\\*"\s*:\s*\{[^{}]*?\bid\\*"\s*:\s*\\*"([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/gi,
    ),
  ].map(([, id = '']) => id.toLowerCase());
  const [first] = ids;
  const isOne = first !== undefined && ids.every((id) => id === first);
  return isOne && sourceIndex.every(({ specId }) => specId !== first) ? first : null;
}

/** The maximum number of sources to offer for a text with connections of several sources. */
const mostOffered = 3;

/** The first sources of a text that has connections of several. */
function inOrder(named: readonly SourceEntry[], text: string): readonly SourceEntry[] {
  const placeOf = ({ specId }: SourceEntry) => text.indexOf(specId);
  return [...named].sort((one, other) => placeOf(one) - placeOf(other)).slice(0, mostOffered);
}

/**
 * The source with the auth method that a connection in the text names, if the source has it; otherwise the source as it
 * is.
 */
export function withNamedMethod(text: string, source: Source, chosen: number): Source {
  // Within a string, the quotes are escaped.
  const named = [...text.matchAll(/["']specName\\*["']\s*:\s*\\*["']([^"'\\]+)\\*["']/g)].map(
    ([, name]) => name,
  );
  const current = source.authMethod.specName;
  // The text is read once more only if it may change the auth method.
  const hasOther = source.authMethods.some(
    ({ specName }) => specName !== current && named.includes(specName),
  );
  return hasOther ? chooseNamedMethod(text, source, chosen) : source;
}

/** A source with the auth method of the connection at the place `chosen` of a text. */
export function chooseNamedMethod(text: string, source: Source, chosen: number): Source {
  const named = listConnections(text, source)[chosen]?.authMethod;
  return chooseAuthMethod(source, named ?? findNamedMethod(text, source));
}

/**
 * The auth method that a text names, or the usual one. In a text with several connections, it is the one that is named
 * with the first connection of the source.
 */
export function findNamedMethod(text: string, { authMethods, connectionSpec }: Source): string {
  // Within a string, such as the body of a request in a Postman collection, the quotes are escaped.
  const placesIn = (part: string) =>
    authMethods
      .map(({ specName }) => {
        const place = Math.max(part.lastIndexOf(`"${specName}"`), part.lastIndexOf(`"${specName}\\"`));
        return { specName, place };
      })
      .filter(({ place }) => place >= 0);
  const named = placesIn(text);
  // A request names its auth method before its source.
  const near = placesIn(text.slice(0, Math.max(0, text.indexOf(connectionSpec.id))));
  const nearest = near.toSorted((one, other) => other.place - one.place)[0];
  const found = named.length > 1 ? nearest : named[0];
  return (found ?? findMethodOfPrincipal(text, authMethods) ?? authMethods[0]).specName;
}

/** A linked service names no auth method, but only one of an application has the ID of the application. */
function findMethodOfPrincipal(text: string, authMethods: Source['authMethods']) {
  return /"servicePrincipalId"\s*:/.test(text)
    ? authMethods.find(({ params }) => params.some(({ name }) => name === 'servicePrincipalId'))
    : undefined;
}
