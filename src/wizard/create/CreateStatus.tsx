import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ElapsedTime } from '../../ui/content/ElapsedTime.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { takeLostFocus } from '../../ui/focus/take-focus.ts';
import { useIsLong } from '../../ui/content/use-is-long.ts';
import { useCreateStage, useCreator } from '../../create/create-context.tsx';
import { useIsServerAway } from '../../session/use-is-server-away.ts';

const words = {
  waiting: 'Waiting for the network. Nothing has been sent.',
  checking: 'Checking existing connections…',
  creating: 'Creating connection… Adobe may test the database first, which can take a minute.',
} as const;

/** Milliseconds after which the user can cancel a check. */
const slowAfter = 1000;

/**
 * Shows the current operation of a create and its elapsed time, and lets the user cancel before anything is sent. It
 * takes the focus from the panel that it replaces.
 */
export function CreateStatus() {
  const stage = useCreateStage();
  const creator = useCreator();
  const isServerAway = useIsServerAway();
  const isSlowCheck = useIsLong(stage === 'checking', slowAfter);
  return (
    <div
      role="group"
      aria-label="Progress"
      ref={stage === null ? null : takeLostFocus}
      tabIndex={-1}
      className={style({
        outlineStyle: 'none',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'start',
        gap: 8,
      })}
    >
      <Status>{stage === null ? '' : words[isServerAway && stage === 'checking' ? 'waiting' : stage]}</Status>
      {stage !== null && <ElapsedTime key={stage} />}
      {isSlowCheck && (
        <Button variant="secondary" onPress={creator.cancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
