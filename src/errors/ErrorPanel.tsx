import { Button } from '@react-spectrum/s2/Button';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCallback, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { problemStyle } from '../ui/problem-style.ts';
import type { Source } from '../sources/source.ts';
import { isFocusFree } from '../ui/focus/take-focus.ts';
import { ErrorDetails } from './ErrorDetails.tsx';
import type { Explanation } from './explanations.ts';

interface ErrorPanelProps {
  readonly error: unknown;
  /** The source of the connection, or null when the request concerned none. */
  readonly source: Source | null;
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
export function ErrorPanel(props: ErrorPanelProps) {
  const { error, source, explanation, children, onRetry, isAskedFor } = props;
  const headingId = useId();
  const sentenceId = useId();
  const [isUnheard, setIsUnheard] = useState(false);
  const arrive = useCallback(
    (panel: HTMLDivElement | null) => {
      if (panel === null) return;
      // A field in the panel that took the focus keeps it, but the message above it must be in view too.
      const hasFocus = panel.contains(document.activeElement);
      if (hasFocus) panel.scrollIntoView({ block: 'start' });
      const takesFocus = !hasFocus && (isAskedFor || isFocusFree());
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
      <div className={style({ display: 'flex', gap: 12, alignItems: 'start', width: 'full' })}>
        <AlertTriangle styles={iconStyle({ size: 'L', color: 'negative' })} />
        <div className={style({ minWidth: 0 })}>
          <h2 id={headingId} className={style({ font: 'detail', color: 'neutral', margin: 0 })}>
            There is a problem
          </h2>
          <p id={sentenceId} className={style({ margin: 0 })}>
            <strong className={style({ font: 'title-lg', color: 'neutral', display: 'block' })}>
              {explanation.sentence}
            </strong>{' '}
            {explanation.advice}
          </p>
        </div>
      </div>
      {isUnheard && (
        <VisuallyHidden role="alert">
          {`There is a problem. ${explanation.sentence} ${explanation.advice}`}
        </VisuallyHidden>
      )}
      {children}
      {onRetry && (
        <Button variant="primary" onPress={onRetry}>
          Try again
        </Button>
      )}
      <ErrorDetails error={error} source={source} onWaited={isAskedFor ? null : onRetry} />
    </div>
  );
}
