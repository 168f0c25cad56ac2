import type { ConnectionSpec } from '../../flow-service/schemas/connection-spec.ts';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { listOtherSources } from '../../sources/other-sources.ts';
import { remarks } from '../../sources/remarks.ts';

/** A source as the page of sources shows it. */
export interface OfferedSource {
  readonly slug: string;
  readonly name: string;
  readonly category: string;
  /** The labels of its auth methods. */
  readonly methods: readonly string[];
  readonly availability: string;
  /** What to know before choosing it, as a short label and a sentence. */
  readonly remarks: readonly { readonly label: string; readonly sentence: string }[];
}

/** `specs`: the specs that Adobe lists; null while they are not known. */
export function listBuiltIn(specs: readonly ConnectionSpec[] | null): readonly OfferedSource[] {
  const listed = specs === null ? null : new Set(specs.map(({ id }) => id));
  return builtInSources.map(({ slug, name, category, authMethods, connectionSpec, remarks: own }) => ({
    slug,
    name,
    category,
    methods: authMethods.map(({ label }) => label),
    availability: describeAvailability(listed === null ? null : listed.has(connectionSpec.id)),
    // All databases need UTC, so that says nothing about a choice. Adobe's list tells whether a source is listed.
    remarks: own
      .filter((remark) => remark !== 'utc' && (remark !== 'unlisted' || listed === null))
      .map((remark) => remarks[remark]),
  }));
}

export function listOthers(specs: readonly ConnectionSpec[]): readonly OfferedSource[] {
  return listOtherSources(specs).map(({ slug, name, spec }) => {
    const category = spec.attributes?.['category'];
    const methods = (spec.authSpec ?? []).map((method) => method.name);
    return {
      slug,
      name,
      category: typeof category === 'string' ? category : '',
      methods,
      availability: 'Generated from Adobe’s definition',
      remarks: methods.some((method) => /oauth/i.test(method)) ? [remarks.consent] : [],
    };
  });
}

function describeAvailability(isListed: boolean | null): string {
  if (isListed === null) return 'Availability not known yet';
  return isListed ? 'Listed by Adobe' : 'Not listed by Adobe';
}
