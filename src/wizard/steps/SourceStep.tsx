import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Resolver, useFormState, useWatch } from 'react-hook-form';
import { toScope } from '../../create/attempt.ts';
import { useCreate } from '../../create/use-creator.ts';
import { type Access, usePlatformAnswers } from '../../session/access.tsx';
import { useSecretState } from '../../session/secret-store.ts';
import { AnswersSummary } from '../../source-form/AnswersSummary.tsx';
import { SourceFields } from '../../source-form/SourceFields.tsx';
import { chooseAuthMethod } from '../../sources/source.ts';
import { FormCheck } from '../../source-form/check/FormCheck.tsx';
import { SourceNotice } from '../../source-form/SourceNotice.tsx';
import { completeAddress } from '../../source-form/complete-address.ts';
import { type SourceAnswers, sourceAnswersSchema } from '../../source-form/answers/source-answers.ts';
import { sourceFieldOrder } from '../../source-form/source-field-order.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Columns } from '../../ui/layout/Columns.tsx';
import { useIsWide } from '../../ui/layout/use-is-wide.ts';
import { ErrorSummary } from '../../ui/form/ErrorSummary.tsx';
import { useStoreVersion } from '../../ui/form/store.ts';
import { ImportPanel } from '../import/ImportPanel.tsx';
import { FillNotice } from '../import/FillNotice.tsx';
import { DefinitionNotice } from './DefinitionNotice.tsx';
import { LateDefinition } from './LateDefinition.tsx';
import { StepButtons } from './StepButtons.tsx';
import { ToPlatformStep } from './ToPlatformStep.tsx';
import { RefusedCreatePanel } from '../create/RefusedCreatePanel.tsx';
import { UnfinishedCreatePanel, isUnfinished } from '../create/UnfinishedCreatePanel.tsx';
import { WizardPage } from '../WizardPage.tsx';
import { focusNamedField } from '../../ui/focus/focus-named-field.ts';
import { useStepForm } from './use-step-form.ts';
import { useProgress, useWizard } from '../wizard.tsx';
import { paths } from '../../session/paths.ts';

/** Step two: the database, and a name for the connection. */
export function SourceStep() {
  const { access } = useProgress();
  const { source, answers } = useWizard();
  const version = useStoreVersion(answers);
  return access === null ? (
    <ToPlatformStep next={null} />
  ) : (
    <SourceForm key={`${source.slug} ${version}`} access={access} />
  );
}

function SourceForm({ access }: { readonly access: Access }) {
  const { source: offered, definition, answers: store, fieldProblem, draftState, fillRemarks } = useWizard();
  const platformStore = usePlatformAnswers();
  const navigate = useNavigate();
  const { creator, state } = useCreate(access);
  const [importText, setImportText] = useSecretState<string | null>(null, null);
  const resolver: Resolver<SourceAnswers> = (values, context, options) =>
    zodResolver(sourceAnswersSchema(chooseAuthMethod(offered, values.authMethod)), undefined, { raw: true })(
      values,
      context,
      options,
    );
  const held = store.get();
  const form = useStepForm<SourceAnswers>(
    store,
    held,
    resolver,
    sourceFieldOrder(chooseAuthMethod(offered, held.authMethod)),
  );
  const source = chooseAuthMethod(offered, useWatch({ control: form.control, name: 'authMethod' }));
  const { errors } = useFormState({ control: form.control });
  const [failedChecks, setFailedChecks] = useState(0);
  const isWide = useIsWide();
  const notice = (
    <>
      <SourceNotice access={access} source={source} />
      <DefinitionNotice definition={definition} />
    </>
  );

  const onContinue = () => {
    store.set(form.getValues());
    fieldProblem.set(null);
    draftState.set('none');
    fillRemarks.set(null);
    return navigate({ to: paths.review });
  };
  return (
    <WizardPage
      step="source"
      lead={`Enter the connection details of ${source.shortName}.`}
      hasErrors={Object.keys(errors).length > 0}
      isWide
      action={
        <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: 12 })}>
          <Button variant="secondary" onPress={() => void navigate({ to: paths.sources })}>
            Change source
          </Button>
          <ImportPanel
            label="Paste a connection string"
            text={importText}
            onText={setImportText}
            keepsAccess
            read={() => ({ platform: platformStore.get(), source: form.getValues() })}
            write={({ platform, source: answers }) => {
              form.reset(answers, { keepDefaultValues: true, keepSubmitCount: true });
              platformStore.set(platform);
            }}
          />
        </div>
      }
    >
      <form
        ref={focusNamedField}
        noValidate
        onSubmit={(event) => {
          completeAddress(form, source);
          void form.handleSubmit(onContinue)(event);
        }}
      >
        <FillNotice />
        <ErrorSummary form={form} fields={sourceFieldOrder(source)} attempts={failedChecks} />
        {!isWide && (
          <div className={style({ display: 'flex', flexDirection: 'column', gap: 16, marginBottom: 16 })}>
            {notice}
          </div>
        )}
        <Columns
          main={
            <Card>
              <SourceFields form={form} source={source} onPasteAddress={setImportText} canChooseMethod />
            </Card>
          }
          side={
            <>
              {isWide && notice}
              <FormCheck
                access={access}
                source={source}
                form={form}
                onInvalid={() => setFailedChecks((count) => count + 1)}
              />
              {isWide && (
                <Card>
                  <AnswersSummary form={form} source={source} />
                </Card>
              )}
            </>
          }
          end={
            <StepButtons onBack={() => void navigate({ to: paths.platform })}>
              <Button type="submit" variant="accent" size="L">
                Continue
              </Button>
            </StepButtons>
          }
        />
      </form>
      {/* Adobe's definition and the outcome of an earlier create arrive while the user fills in the form, so they are
          shown below the form. */}
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24, marginTop: 24 })}>
        <LateDefinition access={access} definition={definition} />
        {isUnfinished(state) && (
          <UnfinishedCreatePanel access={access} creator={creator} state={state} onTryAgain={null} />
        )}
        {state.status === 'refused' && state.task === null && (
          <RefusedCreatePanel refused={state} onDismiss={() => creator.dismiss(toScope(access))} />
        )}
      </div>
    </WizardPage>
  );
}
