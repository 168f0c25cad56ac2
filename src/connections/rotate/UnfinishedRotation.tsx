import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { toScope } from '../../create/attempt.ts';
import type { ConnectionVersion } from '../../api/queries.ts';
import type { Access } from '../../session/access.tsx';
import { useStore } from '../../ui/form/store.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { OpenRotation } from './RotationNotices.tsx';
import { compareVersions } from './run/compare-versions.ts';
import { describeHalfDone, describeOwn } from './half-done-words.ts';
import { type RotatedConnection, isRunning } from './run/rotation.ts';
import { rotations } from './memory/rotations.ts';

interface UnfinishedRotationProps {
  readonly access: Access;
  readonly id: string;
  /** The connection as the service returned it after the page was opened; null when it could not be read. */
  readonly read: ConnectionVersion | 'reading' | null;
  /** The connections of the rotation before the connection was read. */
  readonly seen: ReadonlySet<RotatedConnection>;
}

/** Says on the page of a connection that a rotation which includes it is not finished, and which secret it has. */
export function UnfinishedRotation({ access, id, read, seen }: UnfinishedRotationProps) {
  useStore(rotations.all);
  const rotation = rotations.findHalfDone(toScope(access), id);
  const stored = rotation?.connections.find((one) => one.id === id);
  if (rotation === null || stored === undefined) return null;
  const present = describeOwn(rotation, stored, 'present');
  const past = describeOwn(rotation, stored, 'past');
  const changed = describeOwn(rotation, { secretState: 'changedByOthers' }, 'present');
  const versions = new Map(read === null || read === 'reading' ? [] : [[id, read]]);
  const [own = stored] = compareVersions({ ...rotation, connections: [stored] }, versions, seen).connections;
  const now = read === null && !isRunning(rotation) ? past : describeOwn(rotation, own, 'present');
  const shown = read === 'reading' ? null : now;
  return (
    <Notice
      variant="notice"
      heading={isRunning(rotation) ? 'A rotation is running' : 'A rotation is not finished'}
    >
      {/* The text is shown only after the connection was read. All texts have the same place, so that nothing moves then. */}
      <p className={stack}>
        {[...new Set([present, past, changed])].map((text) => (
          <span key={text} aria-hidden={text !== shown} className={layer({ isShown: text === shown })}>
            {text}
          </span>
        ))}
      </p>
      <p className={style({ margin: 0, marginBottom: 8, overflowWrap: 'anywhere' })}>
        {describeHalfDone(rotation)}
      </p>
      <OpenRotation id={id} />
    </Notice>
  );
}

const stack = style({ display: 'grid', margin: 0 });
const layer = style({
  gridColumnStart: 1,
  gridRowStart: 1,
  visibility: { default: 'hidden', isShown: 'visible' },
});
