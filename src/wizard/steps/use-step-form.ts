import { useState } from 'react';
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  set,
} from 'react-hook-form';
import type { Store } from '../../ui/form/store.ts';
import { useFormStore } from '../../ui/form/use-form-store.ts';
import { useSecretForm } from '../../session/use-secret-form.ts';
import { useWizard } from '../wizard.tsx';

/** Every secret of a step is also in its store. */
const inStore = [] as const;

/**
 * The form of a step. It is filled from its store and saved to it, and validated on Continue. An error of the service
 * about one of its `fields` is shown next to that field.
 */
export function useStepForm<Values extends FieldValues>(
  store: Store<Values>,
  defaultValues: DefaultValues<Values>,
  resolver: Resolver<Values>,
  fields: readonly string[],
): UseFormReturn<Values> {
  const { fieldProblem } = useWizard();
  const [errors] = useState(() => {
    const problem = fieldProblem.get();
    const found: FieldErrors<Values> = {};
    if (problem !== null && fields.includes(problem.field))
      set(found, problem.field, { type: 'server', message: problem.message });
    return found;
  });
  const form = useSecretForm<Values>({
    defaultValues,
    errors,
    resolver,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    secretFields: inStore,
  });
  useFormStore(form, store);
  return form;
}
