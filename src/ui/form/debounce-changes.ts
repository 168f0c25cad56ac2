import type { FieldValues, UseFormReturn } from 'react-hook-form';

interface DebounceListeners {
  /** Called on every change of the form. Returns false for a change that is ignored. */
  readonly isChange: () => boolean;
  /** Called once when the form has not changed for the given time. */
  readonly onPause: () => void;
}

/**
 * Waits on every change until the form has not changed for the given number of milliseconds. `look` starts the wait
 * without a change. `stop` cancels it, and no callback follows.
 */
export function debounceChanges<Values extends FieldValues>(
  subscribe: UseFormReturn<Values>['subscribe'],
  milliseconds: number,
  { isChange, onPause }: DebounceListeners,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    if (!isChange()) return;
    clearTimeout(timer);
    timer = setTimeout(onPause, milliseconds);
  };
  const unsubscribe = subscribe({ formState: { values: true }, callback: look });
  return {
    look,
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
