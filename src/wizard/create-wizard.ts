import { createCreateStates, unfinishedIn } from '../create/create-states.ts';
import { isSame, type Store, createStore } from '../ui/form/store.ts';
import { type PlatformAnswers, noPlatformAnswers, platformSecrets } from '../session/platform-answers.ts';
import { noSecrets, secretStore } from '../session/secret-store.ts';
import { secretFields, withoutSecrets } from '../source-form/answers/secrets.ts';
import { createSourceAnswers } from '../source-form/answers/source-answers.ts';
import type { Source } from '../sources/source.ts';
import { clearDraft, loadDraft, saveDraft, wasCleared } from './draft.ts';
import type { FieldProblem, Wizard } from './wizard.tsx';

interface OpenWizard {
  readonly wizard: Wizard;
  readonly platform: Store<PlatformAnswers>;
  /** Clears the stores and stops saving. */
  readonly close: () => void;
}

/** Creates the wizard's stores. They are filled from the draft of this tab and saved to it on every change. */
export function createWizard(source: Source, storage: Storage | null): OpenWizard {
  const loaded = loadDraft(storage, source);
  const restored = typeof loaded === 'object' ? loaded : null;
  const platform = secretStore.keep(restored?.platform ?? noPlatformAnswers, platformSecrets);
  const answers = secretStore.keep(restored?.source ?? createSourceAnswers(source), {
    list: ({ params }) =>
      secretFields(source)
        .filter(({ param }) => params[param] !== '')
        .map(({ label }) => ({ label, until: 'until the connection is created' })),
    withoutSecrets: (held) => ({ ...held, params: withoutSecrets(source, held.params) }),
  });
  const creates = createCreateStates(restored?.unfinished ?? []);
  // Error details about a secret are cleared with the secret.
  const fieldProblem = secretStore.keep<FieldProblem | null>(null, {
    list: noSecrets,
    withoutSecrets: () => null,
  });

  const isUntouched = () =>
    isSame(answers.get(), createSourceAnswers(source)) && isSame(platform.get(), noPlatformAnswers);
  const draftState = createStore<'none' | 'restored' | 'dropped'>(
    typeof loaded === 'string' ? loaded : isUntouched() ? 'none' : 'restored',
  );

  let isClosed = false;
  const save = () => {
    if (isClosed) return;
    const unfinished = unfinishedIn(creates.get());
    // Before the first input there is nothing to restore.
    if (isUntouched() && unfinished.length === 0) clearDraft(storage, source);
    else saveDraft(storage, source, { platform: platform.get(), source: answers.get(), unfinished });
  };
  for (const store of [platform, answers, creates]) store.subscribe(save);
  const finish = () => {
    answers.reset(createSourceAnswers(source));
    fieldProblem.set(null);
    draftState.set('none');
  };
  const startAgain = () => {
    platform.reset(noPlatformAnswers);
    finish();
  };

  return {
    platform,
    close: () => {
      isClosed = true;
      startAgain();
      creates.set({});
    },
    wizard: {
      source,
      answers,
      creates,
      fieldProblem,
      draftState,
      wasCleared: createStore(wasCleared(storage)),
      storage,
      finish,
      startAgain,
    },
  };
}
