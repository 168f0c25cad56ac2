import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo, useState } from 'react';
import type { Resolver } from 'react-hook-form';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { editAnswersSchema } from '../../source-form/answers/edit-connection.ts';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
import { rebaseAnswers } from '../../source-form/answers/rebase-answers.ts';
import { secretFields, withoutSecrets } from '../../source-form/answers/secrets.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import type { Source } from '../../sources/source.ts';
import { type Store, isSame } from '../../ui/form/store.ts';
import { useFormStore } from '../../ui/form/use-form-store.ts';
import { useSecretForm } from '../../session/use-secret-form.ts';
import type { EditDraft } from './edit-draft.ts';

/** The form of an edit: filled from its draft or else from the connection, and kept when the page is left. */
export function useEditForm(source: Source, connection: Connection, draft: Store<EditDraft | null>) {
  const [start] = useState(() => findDraft(draft.get(), source, connection));
  const [before, setBefore] = useState(start?.before ?? connection);
  const [overtaken, setOvertaken] = useState<Connection | null>(null);
  const answersBefore = fromConnection(source, before);
  const resolver: Resolver<SourceAnswers> = (values, context, options) =>
    zodResolver(editAnswersSchema(source, answersBefore, values), undefined, { raw: true })(
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
      set: (answers: SourceAnswers) =>
        draft.set({ before, answers: { ...answers, params: withoutSecrets(source, answers.params) } }),
    }),
    [before, draft, source],
  );
  useFormStore(form, answersStore);
  return {
    form,
    isRestored: start !== null,
    /** What the changes are held against. */
    before,
    /** What they were held against until somebody else changed it; null while nobody did. */
    overtaken,
    /** Goes on from what somebody else left; what was edited here stays in the form. */
    rebase: (now: Connection) => {
      const rebased = rebaseAnswers(source, answersBefore, fromConnection(source, now), form.getValues());
      form.reset(rebased, { keepDefaultValues: true });
      setOvertaken(before);
      setBefore(now);
    },
  };
}

/** The draft of this connection, if there is one that changes anything. */
function findDraft(kept: EditDraft | null, source: Source, { id }: Connection): EditDraft | null {
  if (kept === null || kept.before.id !== id) return null;
  const { preset: _, ...answers } = kept.answers;
  const { preset: __, ...answersBefore } = fromConnection(source, kept.before);
  return isSame(answers, answersBefore) ? null : kept;
}
