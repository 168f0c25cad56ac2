import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCallback, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { problemStyle } from '../ui/problem-style.ts';
import { isFocusLost } from '../ui/focus/take-focus.ts';
import { ErrorDetails } from './ErrorDetails.tsx';
import type { Explanation } from './explanations.ts';

interface ErrorPanelProps {
  readonly error: unknown;
  readonly explanation: Explanation;
  /** What else can be done, such as a link to the field at fault. */
  readonly children: ReactNode;
  /** null where repeating is not this panel's to offer. */
  readonly onRetry: (() => void) | null;
  /**
   * Whether a person asked for what failed, and not the page. Then the panel takes the focus, and only the person asks
   * again; else nobody is interrupted.
   */
  readonly isAskedFor: boolean;
}

/** The one place on a page where an error of the API is shown: in our words first, then in the service's. */
export function ErrorPanel({ error, explanation, children, onRetry, isAskedFor }: ErrorPanelProps) {
  const headingId = useId();
  const sentenceId = useId();
  const [isUnheard, setIsUnheard] = useState(false);
  const arrive = useCallback(
    (panel: HTMLDivElement | null) => {
      if (panel === null) return;
      const takesFocus = isAskedFor || isFocusLost();
      if (takesFocus) panel.focus();
      setIsUnheard(!takesFocus);
    },
    [isAskedFor],
  );
  return (
    <div
      role="group"
      aria-labelledby={headingId}
      // Read out as the panel takes the focus: what is in a group is not.
      aria-describedby={sentenceId}
      ref={arrive}
      tabIndex={-1}
      className={problemStyle({ tone: 'negative' })}
    >
      <h2 id={headingId} className={style({ font: 'title', margin: 0 })}>
        There is a problem
      </h2>
      <p id={sentenceId} className={style({ margin: 0 })}>
        <strong>{explanation.sentence}</strong> {explanation.advice}
      </p>
      {isUnheard && (
        <VisuallyHidden role="alert">{`There is a problem. ${explanation.sentence}`}</VisuallyHidden>
      )}
      {children}
      <ErrorDetails error={error} onWaited={isAskedFor ? null : onRetry} />
      {onRetry && (
        <Button variant="secondary" onPress={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
