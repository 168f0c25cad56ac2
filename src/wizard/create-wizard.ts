import type { PlatformAnswers } from '../platform/platform-answers.ts';
import { noPlatformAnswers } from '../platform/platform-answers.ts';
import { createSourceAnswers } from '../source-form/source-answers.ts';
import type { Source } from '../sources/source.ts';
import { type Memory, createMemory } from '../ui/memory.ts';
import type { Attempt } from './create-once.ts';
import { forgetDraft, loadDraft, saveDraft } from './draft.ts';
import type { FieldProblem, Wizard } from './wizard.tsx';

/** The wizard's memories, filled from the draft of this tab and written to it as they change. */
export function createWizard(
  source: Source,
  storage: Storage | null,
): { readonly wizard: Wizard; readonly platform: Memory<PlatformAnswers> } {
  const loaded = loadDraft(storage, source);
  const restored = typeof loaded === 'object' ? loaded : null;
  const platform = createMemory(restored?.platform ?? noPlatformAnswers);
  const answers = createMemory(restored?.source ?? createSourceAnswers(source));
  const attempt = createMemory<Attempt | null>(restored?.attempt ?? null);
  const fieldProblem = createMemory<FieldProblem | null>(null);
  const draftState = createMemory<'none' | 'restored' | 'dropped'>(
    typeof loaded === 'object' ? 'restored' : loaded,
  );

  const save = () => {
    const isUntouched = JSON.stringify(answers.get()) === JSON.stringify(createSourceAnswers(source));
    const isEmpty = JSON.stringify(platform.get()) === JSON.stringify(noPlatformAnswers);
    // After success, and before anything was typed, there is nothing to come back to.
    if (isUntouched && isEmpty && attempt.get() === null) forgetDraft(storage);
    else
      saveDraft(storage, source, { platform: platform.get(), source: answers.get(), attempt: attempt.get() });
  };
  for (const memory of [platform, answers, attempt]) memory.subscribe(save);

  return {
    platform,
    wizard: {
      source,
      answers,
      attempt,
      fieldProblem,
      draftState,
      finish: () => {
        answers.restart(createSourceAnswers(source));
        attempt.set(null);
        fieldProblem.set(null);
        draftState.set('none');
        forgetDraft(storage);
      },
      startAgain: () => {
        platform.restart(noPlatformAnswers);
        answers.restart(createSourceAnswers(source));
        fieldProblem.set(null);
        draftState.set('none');
      },
    },
  };
}
