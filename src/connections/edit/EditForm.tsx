import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormState } from 'react-hook-form';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { displayName, longestHeading, shorten } from '../../ui/display-text.ts';
import { SourceFields } from '../../source-form/SourceFields.tsx';
import { completeAddress } from '../../source-form/complete-address.ts';
import { sourceFieldOrder } from '../../source-form/source-field-order.ts';
import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { listFirst } from '../list-first.ts';
import { unknownParams } from '../unknown-params.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { ErrorSummary } from '../../ui/form/ErrorSummary.tsx';
import { createOneAtATime } from '../../ui/form/one-at-a-time.ts';
import type { Store } from '../../ui/form/store.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { focusNamedField } from '../../ui/focus/focus-named-field.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import type { EditDraft } from './edit-draft.ts';
import { SaveProblem } from './SaveProblem.tsx';
import { readSaveFailure } from './save-connection.ts';
import { useEditForm } from './use-edit-form.ts';
import { useSaveConnection } from './use-save-connection.ts';
import { paths } from '../../session/paths.ts';

interface EditFormProps {
  readonly access: Access;
  readonly source: Source;
  /** The connection spec that the source was made from; null for the documented description. */
  readonly spec: object | null;
  /** The current version from the service. */
  readonly connection: Connection;
  /** Keeps the edit when the user leaves the page. */
  readonly draft: Store<EditDraft | null>;
}

/** The form for a connection. All values except secrets are filled in. */
export function EditForm({ access, source, spec, connection, draft }: EditFormProps) {
  const navigate = useNavigate();
  const { form, isRestored, before, conflictBase, rebase } = useEditForm(source, spec, connection, draft);
  const { errors } = useFormState({ control: form.control });
  const saving = useSaveConnection(access, source, {
    form,
    onConflict: rebase,
    // A form of another visit may be open, and continues to save its edit.
    onSaved: (isStillOpen) => (isStillOpen ? draft.reset(null) : draft.set(null)),
  });
  // The form is validated before the request is sent, and a second Enter may come meanwhile.
  const [oneAtATime] = useState(createOneAtATime);
  const save = async () => {
    // A short host name that the service already stores is not part of this edit, so it is not completed.
    if (isAddressChanged()) completeAddress(form, source);
    await form.handleSubmit(async () => {
      const wasLost = saving.isError && readSaveFailure(saving.error) === 'unknown';
      // The mutation keeps the error, and the page shows it.
      await saving.mutateAsync({ before, wasLost }).catch(() => undefined);
    })();
  };
  const cancel = () => {
    draft.reset(null);
    void navigate({ to: paths.connection, params: { id } });
  };
  const { id } = connection;
  const secret = nameSecret(source);
  const isAddressChanged = () =>
    source.address !== null &&
    form.getValues(`params.${source.address}`) !== before.auth?.params?.[source.address];
  const unknown = unknownParams(source, before);
  return (
    <Page
      heading={`Edit ${displayName(connection.name, longestHeading)}`}
      lead={
        secret &&
        `Flow Service never returns the ${secret}. You can change the name and description without it. To change other values, re-enter the ${secret}.`
      }
      hasErrors={Object.keys(errors).length > 0 || saving.isError || conflictBase !== null}
    >
      <form
        ref={focusNamedField}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void oneAtATime(save);
        }}
      >
        <ErrorSummary form={form} fields={sourceFieldOrder(source)} />
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
          {saving.isError && <SaveProblem error={saving.error} source={source} form={form} />}
          {conflictBase !== null && !saving.isError && (
            <ConflictNotice
              key={before.etag}
              source={source}
              base={conflictBase}
              now={before}
              rebased={form.getValues()}
              wasLost={saving.data?.kind === 'conflict' && saving.data.wasLost}
            />
          )}
          {isRestored && (
            <Notice variant="informative" heading="Your unsaved changes are restored">
              {secret !== null && `They do not include the ${secret}. `}Select Cancel to discard them.
            </Notice>
          )}
          {unknown.length > 0 && (
            <Notice variant="notice" heading="This connection has values that this form does not show">
              {describeNames(unknown)}. If you change more than the name and description, saving removes these
              values.
            </Notice>
          )}
          <Card>
            <SourceFields form={form} source={source} onPasteAddress={null} canChooseMethod={false} />
            <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12, marginTop: 8 })}>
              <Button variant="secondary" size="L" onPress={cancel}>
                Cancel
              </Button>
              <Button type="submit" variant="accent" size="L" isPending={saving.isPending}>
                Save changes
              </Button>
            </div>
            <Status>{describeSaving(saving.isPending, saving.data?.kind === 'unchanged')}</Status>
          </Card>
        </div>
      </form>
    </Page>
  );
}

/** The limit on names in the list. More names would not help the user. */
const mostNames = 10;

function describeNames(names: readonly string[]): string {
  const shown = names.map((name) => (name === '' ? '(no name)' : shorten(name, 100)));
  return listFirst(shown, mostNames);
}

function describeSaving(isPending: boolean, isUnchanged: boolean): string {
  if (isPending) return 'Saving changes…';
  return isUnchanged ? 'No changes to save.' : '';
}
