import Alert from '@react-spectrum/s2/icons/AlertTriangle';
import Checkmark from '@react-spectrum/s2/icons/CheckmarkCircle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface StatusProps {
  readonly children: ReactNode;
  /** What is shown in its place, if it changes too often to be announced. */
  readonly shown?: ReactNode;
  /** How what the user waited for ended; null while it runs, and where its end is no success and no failure. */
  readonly tone?: Tone | null;
}

type Tone = 'positive' | 'negative';

/**
 * Announces a status when it changes. The element must exist while it is empty, or the first text is not announced.
 */
export function Status({ children, shown = children, tone = null }: StatusProps) {
  const isHidden = shown !== children;
  return (
    <>
      <p role="status" className={look({ isHidden })}>
        <Mark tone={tone} />
        {children}
      </p>
      {isHidden && (
        <p aria-hidden="true" className={look({ isHidden: false })}>
          <Mark tone={tone} />
          {shown}
        </p>
      )}
    </>
  );
}

/**
 * The text says the same, so that screen readers ignore the mark. The line keeps its height, so that nothing below it
 * moves.
 */
function Mark({ tone }: { readonly tone: Tone | null }) {
  if (tone === null) return null;
  return (
    <span
      aria-hidden="true"
      className={style({ display: 'inline-flex', verticalAlign: 'middle', marginY: -4, marginEnd: 8 })}
    >
      {tone === 'positive' ? <Checkmark styles={passed} /> : <Alert styles={failed} />}
    </span>
  );
}

const passed = iconStyle({ size: 'M', color: 'positive' });
const failed = iconStyle({ size: 'M', color: 'negative' });

const look = style({
  font: 'body',
  margin: 0,
  overflowWrap: 'break-word',
  position: { default: 'static', ':empty': 'absolute', isHidden: 'absolute' },
  width: { isHidden: '[1px]' },
  height: { isHidden: '[1px]' },
  overflow: { isHidden: 'hidden' },
});
