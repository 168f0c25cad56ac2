import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ElapsedTime } from '../../ui/content/ElapsedTime.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { takeLostFocus } from '../../ui/focus/take-focus.ts';
import { useIsLong } from '../../ui/content/use-is-long.ts';
import { useCreateStage, useCreator } from '../../create/create-context.tsx';

const words = {
  checking: 'Checking existing connections…',
  creating: 'Creating connection… Adobe may test the database first, which can take a minute.',
} as const;

/** After how many milliseconds a look is worth canceling. */
const slowAfter = 1000;

/**
 * What is being waited for while a connection is created, for how long, and the way out of it while nothing was sent.
 * It takes the focus from a panel that made way for it.
 */
export function CreateStatus() {
  const stage = useCreateStage();
  const creator = useCreator();
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
      <Status>{stage === null ? '' : words[stage]}</Status>
      {stage !== null && <ElapsedTime key={stage} />}
      {isSlowCheck && (
        <Button variant="secondary" onPress={creator.cancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
