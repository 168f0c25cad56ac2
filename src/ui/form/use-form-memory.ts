import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { listenQuietly } from './listen-quietly.ts';
import type { Memory } from './memory.ts';

/** How long the typing must pause before it is remembered, in milliseconds. */
const pause = 300;

/**
 * Writes what a form holds, valid or not, to a memory: when the typing pauses, and when the form or the page is
 * left. A form that the memory was restarted under writes no more.
 */
export function useFormMemory<Values extends FieldValues>(
  { getValues, subscribe }: UseFormReturn<Values>,
  memory: Pick<Memory<Values>, 'set' | 'epoch' | 'addWriter'>,
): void {
  useEffect(() => {
    const epoch = memory.epoch();
    const write = () => {
      if (memory.epoch() === epoch) memory.set(structuredClone(getValues()));
    };
    const { stop } = listenQuietly(subscribe, pause, { isChange: () => true, onQuiet: write });
    const removeWriter = memory.addWriter(write);
    window.addEventListener('pagehide', write);
    return () => {
      window.removeEventListener('pagehide', write);
      removeWriter();
      stop();
      write();
    };
  }, [getValues, memory, subscribe]);
}

/** Writes what a form holds to a memory when the page is loaded again or left, and not before. */
export function useFormSavedAtLast<Values extends FieldValues>(
  { getValues }: UseFormReturn<Values>,
  memory: Memory<Values>,
): void {
  useEffect(() => {
    const write = () => memory.set(structuredClone(getValues()));
    // Before whatever else happens then: a page that is emptied takes its forms away.
    window.addEventListener('pagehide', write, { capture: true });
    return () => window.removeEventListener('pagehide', write, { capture: true });
  }, [getValues, memory]);
}
