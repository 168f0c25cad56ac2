import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ElapsedTime } from '../../ui/content/ElapsedTime.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { takeFreeFocus } from '../../ui/focus/take-focus.ts';
import { useIsLong } from '../../ui/content/use-is-long.ts';
import { useCreateStage } from '../../create/create-context.tsx';
import { useCreator } from '../../create/use-creator.ts';
import { useIsServerAway } from '../../session/use-is-server-away.ts';

const words = {
  waiting: 'Waiting for the network. Nothing has been sent.',
  checking: 'Checking existing connections…',
  creating: 'Creating connection… Adobe may test the database first, which can take a minute.',
} as const;

/** Milliseconds after which the user can cancel a check. */
const slowAfter = 1000;

/**
 * Beside the buttons, or above them on narrow windows. There it covers a part of the page instead of pushing the
 * buttons away.
 */
const frame = style({
  outlineStyle: 'none',
  position: { default: 'absolute', sm: 'static' },
  bottom: 'full',
  insetX: 0,
  flexGrow: 1,
  flexBasis: 0,
  minHeight: { sm: 72 },
  boxSizing: 'border-box',
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  paddingX: { default: 16, sm: 0, isIdle: 0 },
  paddingY: { default: 8, sm: 0, isIdle: 0 },
  backgroundColor: 'layer-2',
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderWidth: { default: 1, sm: 0, isIdle: 0 },
});

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
      ref={stage === null ? null : takeFreeFocus}
      tabIndex={-1}
      className={frame({ isIdle: stage === null })}
    >
      <div className={style({ flexGrow: 1, flexBasis: 0, minWidth: 0 })}>
        <Status>
          {stage === null ? '' : words[isServerAway && stage === 'checking' ? 'waiting' : stage]}
        </Status>
        {stage !== null && <ElapsedTime key={stage} />}
      </div>
      {isSlowCheck && (
        <Button variant="secondary" onPress={creator.cancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
