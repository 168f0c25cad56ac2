import type { ImportResult } from '../../imports/import-result.ts';
import { readPastedText } from '../../imports/read-pasted-text.ts';
import { findOverlay } from '../../sources/find-overlay.ts';
import { readJdbcUrl, toJdbcParams } from '../../sources/jdbc-url.ts';
import { refuse } from '../../sources/overlay.ts';
import type { Source } from '../../sources/source.ts';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { fieldedTexts, findText } from '../../sources/fielded-text.ts';
import { isConnectionString, readConnectionString } from '../../sources/connection-string.ts';
import { paramNames } from '../../sources/param-names.ts';
import { type SourceEntry, sourceIndex } from '../../sources/source-index.ts';

/** A text that belongs to another source than the chosen one, or to one of several. */
export interface OfOtherSource {
  readonly kind: 'otherSource';
  readonly sources: readonly { readonly slug: string; readonly name: string }[];
}

/** Reads a pasted text for a source, or says to which other source it belongs. */
export function readPasted(text: string, source: Source): ImportResult | OfOtherSource {
  const meant = findMeant(text);
  if (meant.length > 0 && !meant.some(({ specId }) => specId === source.connectionSpec.id)) {
    return { kind: 'otherSource', sources: meant.map(({ slug, name }) => ({ slug, name })) };
  }
  // A source with an overlay reads its own addresses.
  const own = findOverlay(source) === null ? (readUrl(text, source) ?? readText(text, source)) : null;
  return own ?? readPastedText(text, source);
}

/**
 * A JDBC URL names its source by its driver, a request or a connection by the ID of its spec, and a connection string
 * by its keys, which several sources may share.
 */
function findMeant(text: string): readonly SourceEntry[] {
  const slug = readJdbcUrl(text)?.slug;
  if (slug !== undefined) return sourceIndex.filter((one) => one.slug === slug);
  const named = sourceIndex.filter(({ specId }) => text.includes(specId));
  if (named.length > 0) return named.length === 1 ? named : [];
  const written = builtInSources.filter(({ authMethods }) =>
    authMethods
      .flatMap(fieldedTexts)
      .some(({ fields: { format } }) => readConnectionString(format, text.trim()).kind === 'parts'),
  );
  return sourceIndex.filter((entry) => written.some((one) => one.slug === entry.slug));
}

/** Reads a connection string for a source that takes one. */
function readText(text: string, { authMethod }: Source): ImportResult | null {
  const whole = text.replace(/^[\r\n]+|[\r\n]+$/g, '');
  const param = authMethod.params.find(
    ({ name, control }) => control === 'secret' && paramNames.connectionString.test(name),
  );
  if (param === undefined || /[\r\n]/.test(whole)) return null;
  const { fields } = findText(authMethod, param.name) ?? {};
  const isMeant = fields === undefined ? looksLikeText(whole) : isConnectionString(fields.format, whole);
  if (!isMeant) return null;
  const read = fields === undefined ? null : readConnectionString(fields.format, whole);
  return {
    kind: 'connection-string',
    label: 'Connection string',
    found: { params: { [param.name]: whole } },
    placeholders: [],
    unknownKeys: [],
    notes: read?.kind === 'raw' ? [read.reason] : [],
  };
}

/** Whether a line has several settings, of which one names a server or an account. */
function looksLikeText(line: string): boolean {
  const settings = line.split(';').filter((one) => /^\s*[\w ]+=./.test(one));
  return settings.length >= 2 && settings.some((one) => /^\s*(?:server|host|account ?name)\s*=/i.test(one));
}

function readUrl(text: string, source: Source): ImportResult | null {
  const url = readJdbcUrl(text);
  if (url === null) return null;
  const params = toJdbcParams(source.authMethod, text, url);
  if (Object.keys(params).length > 0) {
    return {
      kind: 'address',
      label: 'JDBC URL',
      found: { params },
      placeholders: [],
      unknownKeys: [],
      notes: [],
    };
  }
  const [first] = source.authMethod.params;
  const expected = first?.control === 'secret' ? ` ${first.guide.whereToFind}` : '';
  return refuse(
    'JDBC URL',
    `The parts of this URL are not enough for ${source.name}, which expects another text.${expected}`,
  );
}

/** The auth method that a text names, or the usual one. */
export function findNamedMethod(text: string, { authMethods }: Source): string {
  const named = authMethods.filter(({ specName }) => text.includes(`"${specName}"`));
  return (named.length === 1 ? named[0] : undefined)?.specName ?? authMethods[0].specName;
}
