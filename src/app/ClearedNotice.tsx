import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Notice } from '../ui/layout/Notice.tsx';
import { useMemory } from '../ui/form/memory.ts';
import { useWizard } from '../wizard/wizard.tsx';

/** Says that the secrets were cleared, on the page that was loaded again for it. */
export function ClearedNotice() {
  if (!useMemory(useWizard().wasCleared)) return null;
  return (
    <div className={style({ marginBottom: 24 })}>
      <Notice variant="positive" heading="Secrets cleared">
        Everything else is kept.
      </Notice>
    </div>
  );
}
