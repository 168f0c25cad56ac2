import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { debounceChanges } from './debounce-changes.ts';
import type { Store } from './store.ts';

/** Milliseconds without input after which the values are saved. */
const pause = 300;

/**
 * Saves the values of a form, valid or not, to a store: when the user stops typing, and when the form or the page is
 * closed. After a reset of the store, the form no longer writes.
 */
export function useFormStore<Values extends FieldValues>(
  { getValues, subscribe }: UseFormReturn<Values>,
  store: Pick<Store<Values>, 'set' | 'version' | 'addWriter'>,
): void {
  useEffect(() => {
    const version = store.version();
    const write = () => {
      if (store.version() === version) store.set(structuredClone(getValues()));
    };
    const { stop } = debounceChanges(subscribe, pause, { isChange: () => true, onPause: write });
    const removeWriter = store.addWriter(write);
    window.addEventListener('pagehide', write);
    return () => {
      window.removeEventListener('pagehide', write);
      removeWriter();
      stop();
      write();
    };
  }, [getValues, store, subscribe]);
}

/**
 * Saves the values of a form to a store only when the page is reloaded or left. After a reset of the store, the form no
 * longer writes.
 */
export function useFormSavedAtLast<Values extends FieldValues>(
  getValues: () => Values,
  store: Pick<Store<Values>, 'set' | 'version'>,
): void {
  const router = useRouter();
  useEffect(() => {
    const version = store.version();
    const write = () => {
      if (store.version() === version) store.set(structuredClone(getValues()));
    };
    // Runs in the capture phase, because other handlers remove the forms from the page.
    window.addEventListener('pagehide', write, { capture: true });
    // The next page reads the store before this form is removed.
    const stop = router.subscribe('onBeforeNavigate', write);
    return () => {
      window.removeEventListener('pagehide', write, { capture: true });
      stop();
    };
  }, [getValues, router, store]);
}
