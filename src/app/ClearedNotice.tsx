import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useStore } from '../ui/form/store.ts';
import { useWizard } from '../wizard/wizard.tsx';

/**
 * Confirms, after the reload that follows Clear secrets, that the secrets were cleared. It is plain, because every first
 * page loads it and hardly any shows it.
 */
export function ClearedNotice() {
  if (!useStore(useWizard().wasCleared)) return null;
  return (
    <div role="alert" className={notice}>
      <h2 className={style({ font: 'title-sm', margin: 0 })}>Secrets cleared</h2>
      Your other values are kept.
    </div>
  );
}

const notice = style({
  font: 'body',
  marginBottom: 24,
  padding: 16,
  borderRadius: 'lg',
  backgroundColor: 'positive-subtle',
});
