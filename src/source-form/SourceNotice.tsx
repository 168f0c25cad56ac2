import { useQuery } from '@tanstack/react-query';
import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { Access } from '../session/access.tsx';
import { connectionSpecQuery } from '../api/queries.ts';
import { findOverlay } from '../sources/find-overlay.ts';
import type { Deprecation } from '../sources/overlay.ts';
import type { Source } from '../sources/source.ts';
import { Notice } from '../ui/layout/Notice.tsx';

interface SourceNoticeProps {
  readonly access: Access;
  readonly source: Source;
}

/** Warns before any input that a source is deprecated or no longer available to this organization. */
export function SourceNotice({ access, source }: SourceNoticeProps) {
  const spec = useQuery(connectionSpecQuery(access, source.connectionSpec.id));
  const deprecation = findOverlay(source)?.deprecation ?? null;
  if (deprecation === null) return null;
  const isWithdrawn = spec.data === null || isUnknownSpec(spec.error);
  const withdrawn = (
    <Notice variant="negative" heading={`Adobe does not offer ${source.name} here`}>
      The {source.name} source is not available in sandbox {access.sandbox}. You can’t create a connection.
      Try another sandbox or organization. <Alternative alternative={deprecation.alternative} />
    </Notice>
  );
  return (
    <div className={style({ display: 'grid' })}>
      <div className={place}>
        {isWithdrawn ? (
          withdrawn
        ) : (
          <Notice variant="notice" heading={`The ${source.name} source is deprecated`}>
            {deprecation.notice} <Alternative alternative={deprecation.alternative} />
          </Notice>
        )}
      </div>
      {/* Reserves space for the longer notice that may follow, so that the form below does not move. */}
      {!isWithdrawn && <div className={`${place} ${unseen}`}>{withdrawn}</div>}
    </div>
  );
}

const place = style({ gridColumnStart: 1, gridRowStart: 1 });
const unseen = style({ visibility: 'hidden' });

function Alternative({ alternative }: { readonly alternative: Deprecation['alternative'] }) {
  return (
    <>
      Adobe recommends{' '}
      <Link href={alternative.url} target="_blank" rel="noreferrer" variant="secondary">
        {alternative.name} (opens in a new tab)
      </Link>
      : {alternative.description}.
    </>
  );
}

function isUnknownSpec(error: unknown): boolean {
  return (
    error instanceof FlowServiceError &&
    error.kind === 'answer' &&
    // Any other 404 may come from a gateway, or be about the sandbox.
    /^FLOW-(?:1413-400|1439-40[04])$/.test(error.code ?? '')
  );
}
