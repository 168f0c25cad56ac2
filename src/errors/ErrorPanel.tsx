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
  /** Further actions, such as a link to the invalid field. */
  readonly children: ReactNode;
  /** null when this panel must not offer a retry. */
  readonly onRetry: (() => void) | null;
  /**
   * Whether the user started the failed request, and not the page. Then the panel takes the focus, and only the user
   * retries. Otherwise the user is not interrupted.
   */
  readonly isAskedFor: boolean;
}

/**
 * Shows an API error: first our explanation, then the words of the service. Every page shows API errors here only.
 */
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
      // Screen readers announce this when the panel takes the focus. They do not announce the content of a group.
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
