import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';

interface LeaveQuestion {
  readonly leave: () => void;
  readonly stay: () => void;
}

/**
 * Blocks navigation to another page of this app while it is on, and returns the question to answer, or null. If it is
 * turned off while the question is open, the user stays on the page.
 */
export function useLeaveQuestion(
  isOn: boolean,
  /** Whether navigation to this path is allowed without a question. */
  isFree: (path: string) => boolean,
): LeaveQuestion | null {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ next }) => isOn && !isFree(next.pathname),
    enableBeforeUnload: false,
    withResolver: true,
  });
  useEffect(() => {
    if (!isOn) reset?.();
  }, [isOn, reset]);
  return status === 'blocked' && isOn ? { leave: proceed, stay: reset } : null;
}
