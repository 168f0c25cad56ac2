import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useStore } from '../../ui/form/store.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { useWizard } from '../wizard.tsx';

/** Says what a text or a connection that chose this source did not fill in. */
export function FillNotice() {
  const { source, fillRemarks } = useWizard();
  const remarks = useStore(fillRemarks);
  if (remarks === null || remarks.slug !== source.slug) return null;
  return (
    <div className={style({ marginBottom: 16, overflowWrap: 'anywhere' })}>
      <Notice variant="notice" heading={remarks.heading}>
        {remarks.sentences.map((sentence) => (
          <p key={sentence} className={style({ margin: 0, marginTop: { default: 4, ':first-child': 0 } })}>
            {sentence}
          </p>
        ))}
      </Notice>
    </div>
  );
}
