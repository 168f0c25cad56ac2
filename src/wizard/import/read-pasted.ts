import type { ImportResult } from '../../imports/import-result.ts';
import { readPastedText } from '../../imports/read-pasted-text.ts';
import { findOverlay } from '../../sources/find-overlay.ts';
import { readJdbcUrl, toJdbcParams } from '../../sources/jdbc-url.ts';
import { refuse } from '../../sources/overlay.ts';
import type { Source } from '../../sources/source.ts';
import { sourceIndex } from '../../sources/source-index.ts';

/** A text that belongs to another source than the chosen one. */
export interface OfOtherSource {
  readonly kind: 'otherSource';
  readonly slug: string;
  readonly name: string;
}

/** Reads a pasted text for a source, or says to which other source it belongs. */
export function readPasted(text: string, source: Source): ImportResult | OfOtherSource {
  const meant = findMeant(text);
  if (meant !== undefined && meant.specId !== source.connectionSpec.id) {
    return { kind: 'otherSource', slug: meant.slug, name: meant.name };
  }
  // A source with an overlay reads its own addresses.
  return (findOverlay(source) === null ? readUrl(text, source) : null) ?? readPastedText(text, source);
}

/** A JDBC URL names its source by its driver, a request or a connection by the ID of its spec. */
function findMeant(text: string) {
  const slug = readJdbcUrl(text)?.slug;
  if (slug !== undefined) return sourceIndex.find((one) => one.slug === slug);
  const named = sourceIndex.filter(({ specId }) => text.includes(specId));
  return named.length === 1 ? named[0] : undefined;
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
