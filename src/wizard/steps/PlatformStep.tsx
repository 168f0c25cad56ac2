import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@react-spectrum/s2/Button';
import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormState } from 'react-hook-form';
import { usePlatformAnswers } from '../../session/access.tsx';
import { useSecretState } from '../../session/secret-store.ts';
import { useEnvironment } from '../../session/environment-query.ts';
import {
  type PlatformAnswers,
  ownCredentialsSchema,
  sandboxOnlySchema,
} from '../../session/platform-answers.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Columns } from '../../ui/layout/Columns.tsx';
import { ErrorSummary } from '../../ui/form/ErrorSummary.tsx';
import { useStoreVersion } from '../../ui/form/store.ts';
import { DemoCredentials } from './DemoCredentials.tsx';
import { CredentialFields } from './CredentialFields.tsx';
import { CredentialHelp } from './CredentialHelp.tsx';
import { ServerCredentials } from './ServerCredentials.tsx';
import { ImportPanel } from '../import/ImportPanel.tsx';
import { SandboxField } from './SandboxField.tsx';
import { StepButtons } from './StepButtons.tsx';
import { TokenMismatch } from './TokenInsight.tsx';
import { WizardPage } from '../WizardPage.tsx';
import { focusNamedField } from '../../ui/focus/focus-named-field.ts';
import { useStepForm } from './use-step-form.ts';
import { useWizard } from '../wizard.tsx';
import { paths, toSourceAddress } from '../../session/paths.ts';

const fields = ['apiKey', 'organizationId', 'accessToken', 'sandbox'] as const;

const route = getRouteApi(paths.platform);

/** Step one: the credentials and the sandbox. */
export function PlatformStep() {
  return <PlatformForm key={useStoreVersion(usePlatformAnswers())} />;
}

function PlatformForm() {
  const store = usePlatformAnswers();
  const environment = useEnvironment();
  const wizard = useWizard();
  const navigate = useNavigate();
  const { next } = route.useSearch();
  const [importText, setImportText] = useSecretState<string | null>(null, null);
  const copy = useRouterState({ select: ({ location }) => location.state.copy });
  const held = environment.credentials;
  const resolver = useMemo(
    () => zodResolver(held === null ? ownCredentialsSchema : sandboxOnlySchema),
    [held],
  );
  const { sandbox: entered } = store.get();
  // A copy needs another sandbox than its original, and only the user can choose it.
  const sandbox = copy?.originalSandbox === entered ? '' : entered || (environment.sandbox ?? '');
  const form = useStepForm<PlatformAnswers>(store, { ...store.get(), sandbox }, resolver, fields);
  const { errors } = useFormState({ control: form.control });

  const onContinue = (answers: PlatformAnswers) => {
    store.set(answers);
    wizard.fieldProblem.set(null);
    wizard.draftState.set('none');
    return navigate({ href: next ?? toSourceAddress(wizard.source) });
  };
  return (
    <WizardPage
      step="platform"
      lead={copy?.lead ?? 'Enter your Adobe credentials and choose a sandbox.'}
      hasErrors={Object.keys(errors).length > 0}
      isWide
    >
      <form ref={focusNamedField} noValidate onSubmit={(event) => void form.handleSubmit(onContinue)(event)}>
        <ErrorSummary form={form} fields={fields} />
        <Columns
          main={
            <Card>
              <ImportPanel
                label="Import credentials"
                text={importText}
                onText={setImportText}
                keepsAccess={false}
                choice={{
                  description: 'From a file or text. You can also paste them anywhere on this page.',
                  others: environment.target === 'local' && held === null && <DemoCredentials form={form} />,
                }}
                read={() => ({ platform: form.getValues(), source: wizard.answers.get() })}
                write={({ platform, source }) => {
                  form.reset(platform, { keepDefaultValues: true, keepSubmitCount: true });
                  wizard.answers.set(source);
                }}
              />
              {held === null ? <CredentialFields form={form} /> : <ServerCredentials credentials={held} />}
              <SandboxField form={form} isHeldByServer={held !== null}>
                <StepButtons onBack={null}>
                  <Button type="submit" variant="accent" size="L">
                    Continue
                  </Button>
                </StepButtons>
                {held === null && <TokenMismatch form={form} />}
              </SandboxField>
            </Card>
          }
          side={held === null && <CredentialHelp />}
          end={null}
        />
      </form>
    </WizardPage>
  );
}
