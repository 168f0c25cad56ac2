import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Source } from '../../sources/source.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import type { Candidate } from './candidates/find-candidates.ts';
import { labelConnections, quoteLabel } from './connection-labels.ts';
import { OpenRotation } from './RotationNotices.tsx';
import { type compareTarget, describeTarget, readTarget } from './run/rotation-target.ts';
import { type Rotation, listExisting } from './run/rotation.ts';

interface OtherPageNoticeProps {
  /** How the connection of this page compares with the rotation. */
  readonly fit: ReturnType<typeof compareTarget>;
  readonly source: Source;
  readonly model: Connection;
  readonly rotation: Rotation | null;
  readonly offered: readonly Candidate[];
}

/** Says why a rotation cannot be continued on this page, and where it can. */
export function OtherPageNotice({ fit, source, model, rotation, offered }: OtherPageNoticeProps) {
  if (fit === 'same' || rotation === null) return null;
  const ofStart = offered.find(
    ({ connection }) => connection.id !== model.id && isOfStart(rotation, connection),
  );
  // If the connection of this page moved, no candidate is in the rotation, so any other connection of it is named.
  const other = ofStart?.connection ?? listExisting(rotation).find(({ id }) => id !== model.id);
  // The connection of this page need not be included in the rotation, and may have the same name.
  const labelOf = labelConnections([model, ...rotation.connections.filter(({ id }) => id !== model.id)]);
  const reason =
    fit === 'moved'
      ? `${quoteLabel(labelOf(model))} now uses another database or user: ${describeTarget(source, readTarget(source, model))}.`
      : 'The rotation was started for a connection of another source or sign-in method.';
  const where =
    other === undefined
      ? 'Open the page of another connection to continue, or end the rotation.'
      : `Continue it on the page of ${quoteLabel(labelOf(other))}, or end the rotation.`;
  return (
    <Notice variant="notice" heading="Rotation cannot continue on this page">
      <p
        className={style({ margin: 0, marginBottom: 8, overflowWrap: 'anywhere' })}
      >{`${reason} ${where}`}</p>
      {other !== undefined && <OpenRotation id={other.id} />}
    </Notice>
  );
}

/** Whether a connection is included in a rotation, and has the params of the one where it started. */
function isOfStart(rotation: Rotation, { id, auth, connectionSpec }: Connection): boolean {
  return (
    rotation.connections.some((one) => one.id === id) &&
    rotation.target.specId === connectionSpec.id &&
    rotation.target.authSpecName === (auth?.specName ?? null)
  );
}
