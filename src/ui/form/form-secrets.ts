import { useEffect } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { type Memory, createMemory } from './memory.ts';

/** A secret that stands in a form and nowhere else. */
export interface FormSecret {
  readonly label: string;
  /** Empties its field. */
  readonly clear: () => void;
}

interface SecretField<Values extends FieldValues> {
  readonly field: FieldPath<Values>;
  readonly label: string;
}

/** The secrets that stand in forms at this moment. */
export const formSecrets: Memory<readonly FormSecret[]> = createMemory<readonly FormSecret[]>([]);

/** Makes it known while a form holds a secret in one of these fields, which must stay the same. */
export function useFormSecrets<Values extends FieldValues>(
  { getValues, resetField, subscribe }: UseFormReturn<Values>,
  fields: readonly SecretField<Values>[],
): void {
  useEffect(() => {
    let held: readonly SecretField<Values>[] = [];
    let own: readonly FormSecret[] = [];
    const hold = (next: readonly SecretField<Values>[]) => {
      // With most keys it is the same ones.
      if (next.length === held.length && next.every((one, index) => one === held[index])) return;
      const others = formSecrets.get().filter((secret) => !own.includes(secret));
      held = next;
      own = next.map(({ field, label }) => ({ label, clear: () => resetField(field) }));
      formSecrets.set([...others, ...own]);
    };
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: () => hold(fields.filter(({ field }) => getValues(field) !== '')),
    });
    return () => {
      unsubscribe();
      hold([]);
    };
  }, [fields, getValues, resetField, subscribe]);
}
