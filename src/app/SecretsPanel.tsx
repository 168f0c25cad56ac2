import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useState } from 'react';
import { quietButtonStyle } from '../ui/quiet-button-style.ts';
import { useLazyComponent } from '../ui/use-lazy-component.ts';

/** Loaded on demand, because the first page must load quickly. */
const loadList = async () => (await import('./SecretsList.tsx')).SecretsList;

/** Opens the list of the secrets in this page's memory. */
export function SecretsPanel() {
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const { Component: SecretsList, retry } = useLazyComponent(loadList, isOpen);
  return (
    // Both are items of the header's row: the panel takes a separate row, and the button does not move.
    <div role="group" aria-label="Secrets" className={style({ display: 'contents' })}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        className={quietButtonStyle({ isIcon: false })}
        onClick={() => {
          retry();
          setIsOpen(!isOpen);
        }}
      >
        Secrets in memory
      </button>
      <div id={panelId} hidden={!isOpen} className={panel}>
        {SecretsList !== null && <SecretsList />}
      </div>
    </div>
  );
}

const panel = style({
  font: 'body-sm',
  color: 'neutral-subdued',
  order: 1,
  width: 'full',
  display: { default: 'flex', ':is([hidden])': 'none' },
  flexDirection: 'column',
  alignItems: 'start',
  gap: 8,
  paddingY: 8,
});
