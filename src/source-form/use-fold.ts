import { useState } from 'react';
import { type UseFormReturn, useFormState, useWatch } from 'react-hook-form';
import type { Source } from '../sources/source.ts';
import type { SourceAnswers } from './answers/source-answers.ts';
import { givesValues, isGivenBy } from './match-preset.ts';

/** The params that presets fill in, and whether their fields are shown. */
export interface Fold {
  /** In form order. Empty for a source without presets. */
  readonly params: readonly string[];
  readonly isOpen: boolean;
  readonly setIsOpen: (isOpen: boolean) => void;
  /** Shows the fields. */
  readonly reveal: () => void;
  /** Folds the fields if the preset that was just chosen gives all of them. */
  readonly settle: () => void;
}

/**
 * Fields that a preset fills in are folded. They unfold when no preset gives their values, when one has an error, and
 * when something leads to one. They fold only when the user does it or chooses a preset, so that no field disappears
 * while it is used.
 */
export function useFold(form: UseFormReturn<SourceAnswers>, source: Source): Fold {
  const { control, getValues } = form;
  const given = new Set(source.presets.flatMap(({ params }) => Object.keys(params)));
  const params = source.authMethod.params.map(({ name }) => name).filter((name) => given.has(name));
  const isGiven = () => {
    const answers = getValues();
    return source.presets.some((preset) => preset.id === answers.preset && isGivenBy(preset, answers.params));
  };
  const [isOpen, setIsOpen] = useState(
    () => !isGiven() || params.some((name) => window.location.hash === `#params.${name}`),
  );

  const chosen = useWatch({ control, name: 'preset' });
  const { errors } = useFormState({ control });
  const isNeeded =
    !source.presets.some((preset) => preset.id === chosen && givesValues(preset)) ||
    params.some((name) => errors.params?.[name] !== undefined);
  const [wasNeeded, setWasNeeded] = useState(isNeeded);
  if (isNeeded !== wasNeeded) {
    setWasNeeded(isNeeded);
    if (isNeeded) setIsOpen(true);
  }
  return {
    params,
    isOpen,
    setIsOpen,
    reveal: () => setIsOpen(true),
    settle: () => setIsOpen(!isGiven()),
  };
}
