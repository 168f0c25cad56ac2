import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Status } from '../ui/Status.tsx';
import { takeLostFocus } from '../ui/take-focus.ts';
import type { CreateStage } from './create-once.ts';

const words = {
  looking: 'Looking at what the sandbox holds.',
  creating: 'Creating the connection. Adobe may try the database first, which can take a minute.',
} as const;

/** What is being waited for while a connection is created. It takes the focus from a panel that made way for it. */
export function CreateStatus({ stage }: { readonly stage: CreateStage | null }) {
  return (
    <div
      role="group"
      aria-label="Progress"
      ref={stage === null ? null : takeLostFocus}
      tabIndex={-1}
      className={style({ outlineStyle: 'none' })}
    >
      <Status>{stage === null ? '' : words[stage]}</Status>
    </div>
  );
}
