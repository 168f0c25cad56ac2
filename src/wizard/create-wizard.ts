import { createCreateStates, unfinishedIn } from '../create/create-states.ts';
import { isSame, type Store, createStore } from '../ui/form/store.ts';
import { type PlatformAnswers, noPlatformAnswers, platformSecrets } from '../session/platform-answers.ts';
import { noSecrets, secretStore } from '../session/secret-store.ts';
import { secretFields, withoutSecrets } from '../source-form/answers/secrets.ts';
import { createSourceAnswers } from '../source-form/answers/source-answers.ts';
import type { Definition } from '../sources/live/definition.ts';
import { clearDraft, loadDraft, saveChoice, saveDraft, wasCleared } from './draft.ts';
import type { FillRemarks } from './import/fill-remarks.ts';
import type { DraftState, FieldProblem, RedefineAnswers, Wizard, Wizards } from './wizard.tsx';

interface OpenWizard {
  readonly wizards: Wizards;
  readonly platform: Store<PlatformAnswers>;
  /** Clears the stores and stops saving. */
  readonly close: () => void;
}

/** Creates the wizard's stores. They are filled from the drafts of this tab and saved to them on every change. */
export function createWizard(first: Definition, storage: Storage | null): OpenWizard {
  const loaded = loadDraft(storage, first.source);
  const restored = typeof loaded === 'object' ? loaded : null;
  const platform = secretStore.keep(restored?.platform ?? noPlatformAnswers, platformSecrets);
  const creates = createCreateStates(restored?.unfinished ?? []);
  // Error details about a secret are cleared with the secret.
  const fieldProblem = secretStore.keep<FieldProblem | null>(null, {
    list: noSecrets,
    withoutSecrets: () => null,
  });
  const draftState = createStore<DraftState>('none');
  const fillRemarks = createStore<FillRemarks | null>(null);
  const shared = {
    creates,
    fieldProblem,
    draftState,
    fillRemarks,
    wasCleared: createStore(wasCleared(storage)),
    storage,
  };
  const opened = new Map<string, Wizard>();
  let isClosed = false;

  const save = (wizard: Wizard) => {
    if (isClosed) return;
    const { source, answers, definition } = wizard;
    const unfinished = unfinishedIn(creates.get());
    // Before the first input there is nothing to restore.
    const isEmpty = !wizard.isTouched() && isSame(platform.get(), noPlatformAnswers);
    if (isEmpty && unfinished.length === 0) clearDraft(storage, source);
    else
      saveDraft(storage, source, {
        platform: platform.get(),
        source: answers.get(),
        unfinished,
        spec: definition.spec,
      });
  };
  const reset = () => {
    platform.reset(noPlatformAnswers);
    for (const { source, answers } of opened.values()) answers.reset(createSourceAnswers(source));
    fieldProblem.set(null);
    fillRemarks.set(null);
    draftState.set('none');
  };

  const open = (definition: Definition, draft: ReturnType<typeof loadDraft>): Wizard => {
    const { source } = definition;
    const latest = () => opened.get(source.slug)?.source ?? source;
    const stored = typeof draft === 'object' ? draft.source : null;
    const answers = secretStore.keep(stored ?? createSourceAnswers(source), {
      list: ({ params }) =>
        secretFields(latest())
          .filter(({ param }) => (params[param] ?? '') !== '')
          .map(({ label }) => ({ label, until: 'until the connection is created' })),
      withoutSecrets: (held) => ({ ...held, params: withoutSecrets(latest(), held.params) }),
    });
    const wizard = {
      ...shared,
      source,
      definition,
      answers,
      isTouched: () => !isSame(answers.get(), createSourceAnswers(latest())),
      finish: () => {
        answers.reset(createSourceAnswers(latest()));
        fieldProblem.set(null);
        draftState.set('none');
      },
      startAgain: reset,
    };
    opened.set(source.slug, wizard);
    answers.subscribe(() => save(opened.get(source.slug) ?? wizard));
    return wizard;
  };
  const redefine = (wizard: Wizard, definition: Definition, redefineAnswers: RedefineAnswers) => {
    const { answers, source } = wizard;
    const next = { ...wizard, source: definition.source, definition };
    const held = answers.latest();
    const isTouched = wizard.isTouched();
    opened.set(source.slug, next);
    answers.reset(
      isTouched ? redefineAnswers(source, definition.source, held) : createSourceAnswers(definition.source),
    );
  };

  let current = open(first, loaded);
  // Counts the choices, because the store of a wizard would be a store of its secrets.
  const choices = createStore(0);
  draftState.set(
    typeof loaded === 'string'
      ? loaded
      : !current.isTouched() && isSame(platform.get(), noPlatformAnswers)
        ? 'none'
        : 'restored',
  );
  for (const store of [platform, creates]) store.subscribe(() => save(current));
  const choose: Wizards['choose'] = (definition, redefineAnswers) => {
    const { source } = definition;
    const known = opened.get(source.slug);
    if (known !== undefined && known.definition === definition && known === current) return;
    if (known === undefined) {
      const draft = loadDraft(storage, source);
      if (draft === 'dropped') draftState.set('dropped');
      open(definition, draft);
    } else if (known.definition !== definition) redefine(known, definition, redefineAnswers);
    current = opened.get(source.slug) ?? current;
    choices.set(choices.get() + 1);
    saveChoice(storage, source);
    save(current);
  };

  return {
    platform,
    close: () => {
      isClosed = true;
      reset();
      creates.set({});
    },
    wizards: {
      current: () => current,
      subscribe: choices.subscribe,
      find: (isMeant) => [...opened.values()].find(({ source }) => isMeant(source)),
      choose,
    },
  };
}
