import { createCreateStates, unfinishedIn } from '../create/create-states.ts';
import { isSame } from '../create/is-same.ts';
import type { PlatformAnswers } from '../platform/platform-answers.ts';
import { noPlatformAnswers } from '../platform/platform-answers.ts';
import { createSourceAnswers } from '../source-form/source-answers.ts';
import type { Source } from '../sources/source.ts';
import { type Memory, createMemory } from '../ui/memory.ts';
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
  const creates = createCreateStates(restored?.unfinished ?? []);
  const fieldProblem = createMemory<FieldProblem | null>(null);

  const isUntouched = () =>
    isSame(answers.get(), createSourceAnswers(source)) && isSame(platform.get(), noPlatformAnswers);
  const draftState = createMemory<'none' | 'restored' | 'dropped'>(
    typeof loaded === 'string' ? loaded : isUntouched() ? 'none' : 'restored',
  );

  // Before anything was typed there is nothing to come back to.
  const save = () => {
    const unfinished = unfinishedIn(creates.get());
    if (isUntouched() && unfinished.length === 0) forgetDraft(storage);
    else saveDraft(storage, source, { platform: platform.get(), source: answers.get(), unfinished });
  };
  for (const memory of [platform, answers, creates]) memory.subscribe(save);

  return {
    platform,
    wizard: {
      source,
      answers,
      creates,
      fieldProblem,
      draftState,
      finish: () => {
        answers.restart(createSourceAnswers(source));
        fieldProblem.set(null);
        draftState.set('none');
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
