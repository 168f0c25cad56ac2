import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo, useState } from 'react';
import type { Resolver } from 'react-hook-form';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { editAnswersSchema } from '../../source-form/answers/edit-connection.ts';
import { fromConnection, unreadParams } from '../../source-form/answers/from-connection.ts';
import { rebaseAnswers } from '../../source-form/answers/rebase-answers.ts';
import { secretFields, withoutSecrets } from '../../source-form/answers/secrets.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import type { Source } from '../../sources/source.ts';
import type { Store } from '../../ui/form/store.ts';
import { useFormStore } from '../../ui/form/use-form-store.ts';
import { useSecretForm } from '../../session/use-secret-form.ts';
import { type EditDraft, hasChanges } from './edit-draft.ts';

/**
 * The edit form. It is filled from the draft, or else from the connection, and saved as a draft when the page is
 * left.
 */
export function useEditForm(
  source: Source,
  spec: object | null,
  connection: Connection,
  draft: Store<EditDraft | null>,
) {
  const [start] = useState(() => onSavableVersion(draft.get(), source, connection));
  const [before, setBefore] = useState(start?.before ?? connection);
  const [conflictBase, setConflictBase] = useState<Connection | null>(null);
  const answersBefore = fromConnection(source, before);
  const unread = unreadParams(source, before);
  const resolver: Resolver<SourceAnswers> = (values, context, options) =>
    zodResolver(editAnswersSchema(source, answersBefore, values, unread), undefined, { raw: true })(
      values,
      context,
      options,
    );
  const form = useSecretForm<SourceAnswers>({
    defaultValues: start?.answers ?? answersBefore,
    resolver,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    secretFields: useMemo(() => secretFields(source), [source]),
  });
  const answersStore = useMemo(
    () => ({
      ...draft,
      set: (answers: SourceAnswers) => {
        const params = withoutSecrets(source, answers.params);
        const edit = { before, source, spec, answers: { ...answers, params } };
        draft.set(hasChanges(edit) ? edit : null);
      },
    }),
    [before, draft, source, spec],
  );
  useFormStore(form, answersStore);
  return {
    form,
    isRestored: start !== null,
    /** The version that the changes are compared with. */
    before,
    /** The previous version to compare with, after another user changed the connection. Otherwise null. */
    conflictBase,
    /** Continues the edit on the version of another user. The form keeps the changes of this edit. */
    rebase: (now: Connection) => {
      const rebased = rebaseAnswers(source, answersBefore, fromConnection(source, now), form.getValues());
      form.reset(rebased, { keepDefaultValues: true });
      setConflictBase(before);
      setBefore(now);
    },
  };
}

/** A version without an etag cannot be saved, so its edit continues on the current one. */
function onSavableVersion(kept: EditDraft | null, source: Source, connection: Connection): EditDraft | null {
  if (kept === null || kept.before.etag !== '') return kept;
  const before = fromConnection(source, kept.before);
  const rebased = rebaseAnswers(source, before, fromConnection(source, connection), {
    ...kept.answers,
    params: { ...before.params, ...kept.answers.params },
  });
  return { ...kept, before: connection, answers: rebased };
}
