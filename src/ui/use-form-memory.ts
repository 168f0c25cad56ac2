import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Memory } from './memory.ts';

/** Writes what a form holds, valid or not, to a memory when the form leaves the page. */
export function useFormMemory<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  memory: Memory<Values>,
): void {
  const { getValues } = form;
  useEffect(() => () => memory.set(structuredClone(getValues())), [getValues, memory]);
}
