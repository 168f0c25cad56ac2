import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface StatusProps {
  readonly children: ReactNode;
  /** What is shown in its place, if it changes too often to be announced. */
  readonly shown?: ReactNode;
}

/**
 * Announces a status when it changes. The element must exist while it is empty, or the first text is not announced.
 */
export function Status({ children, shown = children }: StatusProps) {
  const isHidden = shown !== children;
  return (
    <>
      <p role="status" className={look({ isHidden })}>
        {children}
      </p>
      {isHidden && (
        <p aria-hidden="true" className={look({ isHidden: false })}>
          {shown}
        </p>
      )}
    </>
  );
}

const look = style({
  font: 'body',
  margin: 0,
  overflowWrap: 'break-word',
  position: { default: 'static', ':empty': 'absolute', isHidden: 'absolute' },
  width: { isHidden: '[1px]' },
  height: { isHidden: '[1px]' },
  overflow: { isHidden: 'hidden' },
});
