import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Notice } from '../ui/layout/Notice.tsx';
import { useStore } from '../ui/form/store.ts';
import { useWizard } from '../wizard/wizard.tsx';

/** Confirms, after the reload that follows Clear secrets, that the secrets were cleared. */
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
