import { Popover } from '@react-spectrum/s2/Popover';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import type { RefObject } from 'react';

/** More information about a field than its help text gives. */
export interface Guide {
  readonly whereToFind: string;
  /** A valid sample value, or null when there is no suitable one. */
  readonly example: string | null;
}

interface GuidePopoverProps {
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly guide: Guide;
}

/** Explains where to find the value of a field and what it looks like. */
export function GuidePopover({ guide: { whereToFind, example }, ...popover }: GuidePopoverProps) {
  const headingId = useId();
  return (
    <Popover {...popover} placement="bottom start" size="S" hideArrow aria-labelledby={headingId}>
      <div className={style({ padding: 16 })}>
        <h2 id={headingId} className={style({ font: 'title-sm', margin: 0 })}>
          Where to find it
        </h2>
        <p className={style({ font: 'body-sm', margin: 0, marginTop: 8 })}>{whereToFind}</p>
        {example !== null && (
          <p className={style({ font: 'body-sm', margin: 0, marginTop: 8, overflowWrap: 'anywhere' })}>
            For example <span className={style({ font: 'code-sm' })}>{example}</span>
          </p>
        )}
      </div>
    </Popover>
  );
}
