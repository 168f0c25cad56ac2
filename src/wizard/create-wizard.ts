import type { PlatformAnswers } from '../platform/platform-answers.ts';
import { noPlatformAnswers } from '../platform/platform-answers.ts';
import { createSourceAnswers } from '../source-form/source-answers.ts';
import type { Source } from '../sources/source.ts';
import { type Memory, createMemory } from '../ui/memory.ts';
import { type Attempt, replaceAttempt } from './attempt.ts';
import { forgetDraft, loadDraft, saveDraft } from './draft.ts';
import { isSame } from './is-same.ts';
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
  const attempts = createMemory<readonly Attempt[]>(restored?.attempts ?? []);
  const fieldProblem = createMemory<FieldProblem | null>(null);

  const isUntouched = () =>
    isSame(answers.get(), createSourceAnswers(source)) && isSame(platform.get(), noPlatformAnswers);
  const draftState = createMemory<'none' | 'restored' | 'dropped'>(
    typeof loaded === 'string' ? loaded : isUntouched() ? 'none' : 'restored',
  );

  // After success, and before anything was typed, there is nothing to come back to.
  let isFinished = false;
  const save = () => {
    if ((isFinished || isUntouched()) && attempts.get().length === 0) forgetDraft(storage);
    else {
      saveDraft(storage, source, {
        platform: platform.get(),
        source: answers.get(),
        attempts: attempts.get(),
      });
    }
  };
  for (const memory of [platform, answers]) {
    memory.subscribe(() => {
      isFinished = false;
      save();
    });
  }
  attempts.subscribe(save);

  return {
    platform,
    wizard: {
      source,
      answers,
      attempts,
      setAttempt: (place, attempt) => attempts.set(replaceAttempt(attempts.get(), place, attempt)),
      fieldProblem,
      draftState,
      finish: () => {
        answers.restart(createSourceAnswers(source));
        fieldProblem.set(null);
        draftState.set('none');
        isFinished = true;
        save();
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
