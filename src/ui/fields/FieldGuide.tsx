import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, useState } from 'react';
import { quietButtonStyle } from '../quiet-button-style.ts';
import { useLazyComponent } from '../use-lazy-component.ts';
import type { Guide } from './GuidePopover.tsx';

const circle = style({
  size: 16,
  boxSizing: 'border-box',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'accent-900',
  borderRadius: 'full',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  font: 'ui-xs',
  color: 'inherit',
});

/** A popover is a large module, so it is loaded on demand. */
const loadPopover = async () => (await import('./GuidePopover.tsx')).GuidePopover;

interface FieldGuideProps {
  readonly label: string;
  readonly guide: Guide;
}

/** The button next to a label that opens the field's guide. */
export function FieldGuide({ label, guide }: FieldGuideProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { Component: GuidePopover, retry } = useLazyComponent(loadPopover, isOpen);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={`Where to find: ${label}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className={quietButtonStyle({ isIcon: true })}
        onPointerEnter={() => void loadPopover()}
        onFocus={() => void loadPopover()}
        onClick={() => {
          retry();
          setIsOpen(true);
        }}
      >
        <span className={circle}>?</span>
      </button>
      {GuidePopover !== null && (
        <GuidePopover triggerRef={button} isOpen={isOpen} onOpenChange={setIsOpen} guide={guide} />
      )}
    </>
  );
}
