import { useState } from 'react';
import { type FieldValues, type UseFormReturn, useFormState } from 'react-hook-form';

/** Whether a secret is shown, and a function that shows or hides it. It is shown until the next Continue only. */
export function useShownUntilContinue<Values extends FieldValues>({
  control,
}: UseFormReturn<Values>): readonly [isShown: boolean, toggle: () => void] {
  const { submitCount } = useFormState({ control });
  const [shownAt, setShownAt] = useState<number | null>(null);
  const isShown = shownAt === submitCount;
  return [isShown, () => setShownAt(isShown ? null : submitCount)];
}
