import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { debounceChanges } from './debounce-changes.ts';
import type { Store } from './store.ts';

/** How long the typing must pause before it is remembered, in milliseconds. */
const pause = 300;

/**
 * Writes what a form holds, valid or not, to a store: when the typing pauses, and when the form or the page is
 * left. A form that the store was reset under writes no more.
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

/** Writes what a form holds to a store when the page is loaded again or left, and not before. */
export function useFormSavedAtLast<Values extends FieldValues>(
  { getValues }: UseFormReturn<Values>,
  store: Store<Values>,
): void {
  useEffect(() => {
    const write = () => store.set(structuredClone(getValues()));
    // Before whatever else happens then: a page that is emptied takes its forms away.
    window.addEventListener('pagehide', write, { capture: true });
    return () => window.removeEventListener('pagehide', write, { capture: true });
  }, [getValues, store]);
}
