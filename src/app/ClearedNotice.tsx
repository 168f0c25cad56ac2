import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Notice } from '../ui/layout/Notice.tsx';
import { useStore } from '../ui/form/store.ts';
import { useWizard } from '../wizard/wizard.tsx';

/** Says that the secrets were cleared, on the page that was loaded again for it. */
export function ClearedNotice() {
  if (!useStore(useWizard().wasCleared)) return null;
  return (
    <div className={style({ marginBottom: 24 })}>
      <Notice variant="positive" heading="Secrets cleared">
        Your other values are kept.
      </Notice>
    </div>
  );
}
