import type { FieldValues, UseFormReturn } from 'react-hook-form';

interface DebounceListeners {
  /** Called with every change of the form; false when it is none to wait for. */
  readonly isChange: () => boolean;
  /** Called once after that, when the form has been left alone for a while. */
  readonly onPause: () => void;
}

/**
 * Waits, with every change of a form, until it has been left alone for so many milliseconds. `look` waits as after
 * a change; `stop` ends it all, and what was waited for does not come.
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
