import { findOverlay } from '../../sources/find-overlay.ts';
import type { Definition } from '../../sources/live/definition.ts';
import { remarks } from '../../sources/remarks.ts';
import { Notice } from '../../ui/layout/Notice.tsx';

/** Says before any input how Adobe's definition differs, and what to know about the source. */
export function DefinitionNotice({ definition }: { readonly definition: Definition }) {
  const { source, differences, notes } = definition;
  // A deprecated source has a separate notice, which says all but how to sign in.
  const isSaid = (findOverlay(source)?.deprecation ?? null) !== null;
  const isOffered = definition.spec !== null;
  const known = source.remarks
    .filter((remark) => (isSaid ? remark === 'consent' : remark !== 'unlisted' || !isOffered))
    .map((remark) => remarks[remark].sentence);
  return (
    <>
      {(differences.length > 0 || notes.length > 0) && (
        <Notice
          variant="informative"
          heading={
            definition.spec === null
              ? 'The form follows the documentation'
              : 'The form follows Adobe’s current definition'
          }
        >
          {[...differences, ...notes].join(' ')}
        </Notice>
      )}
      {known.length > 0 && (
        <Notice variant="informative" heading={`About ${source.name}`}>
          {known.join(' ')}
        </Notice>
      )}
    </>
  );
}
