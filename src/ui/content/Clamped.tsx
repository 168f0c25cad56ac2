import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { quietButtonStyle } from '../quiet-button-style.ts';

interface ClampedProps {
  readonly text: string;
  /** Draws the heading around the text. */
  readonly children: (text: ReactNode) => ReactNode;
}

/** A heading whose text may be very long. It shows two lines, with a button for the others. */
export function Clamped({ text, children }: ClampedProps) {
  const frame = useRef<HTMLSpanElement>(null);
  const [isLong, setIsLong] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  // The button must be there when the heading is first drawn, so that it moves nothing.
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null || isOpen) return undefined;
    // Glyphs may be a little higher than their line, so only a hidden line counts.
    const measure = () => {
      const hidden = current.scrollHeight - current.clientHeight;
      setIsLong(text !== '' && hidden > Number.parseFloat(getComputedStyle(current).lineHeight) / 2);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [text, isOpen]);
  return (
    <>
      {children(
        <span ref={frame} className={isOpen ? undefined : style({ lineClamp: 2 })}>
          {text}
        </span>,
      )}
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          className={quietButtonStyle({ isIcon: false })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Show less' : 'Show all'}
        </button>
      )}
    </>
  );
}
