import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';

interface LeaveQuestion {
  readonly leave: () => void;
  readonly stay: () => void;
}

/**
 * Holds whoever is about to leave the page for another one of ours, while it is on; null while nobody is. What is no
 * more asked when it is turned off is answered with staying.
 */
export function useLeaveQuestion(
  isOn: boolean,
  /** Whether going to this path needs no question. */
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
