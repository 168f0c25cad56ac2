import { findLinkedSource } from '../sources/linked-services.ts';
import { sourceIndex } from '../sources/source-index.ts';

/** The sources of the linked services in a text, each once. */
export function findLinkedSources(text: string): readonly string[] {
  if (!/"typeProperties"\s*:/.test(text)) return [];
  const types = [...text.matchAll(/"type"\s*:\s*"([A-Za-z]\w*)"/g)].map(([, type = '']) => type);
  return [...new Set(types.flatMap((type) => findLinkedSource(type) ?? []))];
}

/** Why a linked service is not for the chosen source. A type that may be a value is not shown. */
export function describeOtherType(type: string, shortName: string): string {
  const slug = findLinkedSource(type);
  const other = sourceIndex.find((one) => one.slug === slug);
  if (other !== undefined) {
    return `This linked service is for ${other.name}, not for ${shortName}. Choose ${other.name} on the Sources page, then paste it again.`;
  }
  const named = /^[A-Za-z]\w{0,40}$/.test(type) ? `of the type ${type}` : 'of an unknown type';
  return `This linked service is ${named}, which has no source here. Paste one for ${shortName}.`;
}
