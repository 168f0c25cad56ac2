import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toScope } from '../../create/attempt.ts';
import type { Access } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { useStore } from '../../ui/form/store.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { listFirst } from '../list-first.ts';
import { TrialActions } from './TrialActions.tsx';
import { labelConnections, quoteLabel } from './connection-labels.ts';
import { describeLeftRun } from './leaving-words.ts';
import { describeHalfDone } from './half-done-words.ts';
import { type Rotation, remaining } from './run/rotation.ts';
import { rotations } from './memory/rotations.ts';

/**
 * Says on the list of connections that a rotation is running or not finished, and names the temporary connections that
 * rotations did not delete. They can be deleted here, because the connection on whose page a rotation started may not
 * exist any more.
 */
export function RotationNotices({ access }: { readonly access: Access }) {
  useStore(rotations.all);
  const [deleted, setDeleted] = useState(0);
  const scope = toScope(access);
  const running = rotations.readRunning(scope);
  const halfDone = rotations.readHalfDone(scope);
  const orphaned = rotations.readOrphaned(scope);
  const isEmpty = running.length + halfDone.length + orphaned.length === 0 && deleted === 0;
  const [isGroup, setIsGroup] = useState(!isEmpty);
  if (!isEmpty && !isGroup) setIsGroup(true);
  return (
    // After a deletion, the group gets the focus, and it then has the status and the notices that are left. It remains a
    // group while it has neither, because the notice is removed before the deletion is known to be complete.
    <div
      role={isGroup ? 'group' : undefined}
      aria-label={isGroup ? 'Rotations' : undefined}
      className={stack({ isEmpty })}
    >
      <Status tone={deleted > 0 ? 'positive' : null}>{describeDeleted(deleted)}</Status>
      {running.map(({ startedOn, rotation }) => (
        <Notice key={rotation.key} variant="informative" heading="A rotation is running">
          <p className={style({ margin: 0, marginBottom: 8 })}>{describeLeftRun(rotation)}</p>
          <OpenRotation id={startedOn} />
        </Notice>
      ))}
      {halfDone.map((rotation) => (
        <HalfDone key={rotation.key} rotation={rotation} />
      ))}
      {orphaned.map(({ key, startedOn, specId, trials }) => (
        <Notice
          key={key}
          variant="notice"
          heading={
            trials.length === 1
              ? 'A temporary connection may still exist'
              : 'Temporary connections may still exist'
          }
        >
          <p className={style({ margin: 0, marginBottom: 8 })}>
            {`A rotation created ${trials.length === 1 ? 'it' : 'them'} to try a secret.`}
          </p>
          {trials.map((trial) => (
            <TrialActions
              key={trial.name}
              access={access}
              specId={specId}
              trial={trial}
              onDeleted={() => setDeleted((count) => count + 1)}
            >
              {trials.length === 1 && <OpenRotation id={startedOn} />}
            </TrialActions>
          ))}
          {trials.length > 1 && <OpenRotation id={startedOn} />}
        </Notice>
      ))}
    </div>
  );
}

/** The text differs after each deletion, or only the first one would be announced. */
function describeDeleted(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'Temporary connection deleted.' : `${count} temporary connections deleted.`;
}

/** An empty group takes no room, and no gap of the page. */
const stack = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 24,
  position: { default: 'static', isEmpty: 'absolute' },
});

/** How many connections to name. */
const mostNames = 5;

/** Says how far a rotation came. Any of its connections leads to it, and the first one that is not done is opened. */
function HalfDone({ rotation }: { readonly rotation: Rotation }) {
  const left = remaining(rotation);
  const labelOf = labelConnections(rotation.connections);
  const names = left.map((one) => quoteLabel(labelOf(one)));
  return (
    <Notice variant="notice" heading="A rotation is not finished">
      <p className={style({ margin: 0, marginBottom: 8, overflowWrap: 'anywhere' })}>
        {`${describeHalfDone(rotation)} Not done: ${listFirst(names, mostNames)}.`}
      </p>
      {left.slice(0, 1).map(({ id }) => (
        <OpenRotation key={id} id={id} />
      ))}
    </Notice>
  );
}

export function OpenRotation({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  return (
    <Button variant="secondary" onPress={() => void navigate({ to: paths.rotateSecret, params: { id } })}>
      Open the rotation
    </Button>
  );
}
