import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@react-spectrum/s2/Button';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm, useFormState } from 'react-hook-form';
import { usePlatformAnswers } from '../platform/access.tsx';
import { useEnvironment } from '../platform/environment-query.ts';
import {
  type PlatformAnswers,
  ownCredentialsSchema,
  sandboxOnlySchema,
} from '../platform/platform-answers.ts';
import { Card } from '../ui/Card.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { useFormMemory } from '../ui/use-form-memory.ts';
import { CredentialFields } from './CredentialFields.tsx';
import { HeldCredentials } from './HeldCredentials.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { SandboxField } from './SandboxField.tsx';
import { StepButtons } from './StepButtons.tsx';
import { WizardPage } from './WizardPage.tsx';
import { useWizard } from './wizard-answers.tsx';

const fields = ['apiKey', 'organizationId', 'accessToken', 'sandbox'] as const;

const route = getRouteApi('/connect/platform');

/** Step one: who calls, and in which sandbox. */
export function PlatformStep() {
  const memory = usePlatformAnswers();
  const environment = useEnvironment();
  const navigate = useNavigate();
  const { next } = route.useSearch();
  const { memory: wizardMemory } = useWizard();
  const [importText, setImportText] = useState<string | null>(null);
  const held = environment.credentials;
  const form = useForm<PlatformAnswers>({
    defaultValues: { ...memory.get(), sandbox: memory.get().sandbox || (environment.sandbox ?? '') },
    resolver: zodResolver(held === null ? ownCredentialsSchema : sandboxOnlySchema),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  useFormMemory(form, memory);
  const { errors } = useFormState({ control: form.control });

  const onContinue = (answers: PlatformAnswers) => {
    memory.set(answers);
    return navigate({ to: next === 'review' ? '/connect/review' : '/connect/phoenix' });
  };
  return (
    <WizardPage
      step="platform"
      lead="Who calls Adobe Experience Platform, and in which sandbox the connection is to be made."
      hasErrors={Object.keys(errors).length > 0}
    >
      <form noValidate onSubmit={(event) => void form.handleSubmit(onContinue)(event)}>
        <ErrorSummary form={form} fields={fields} />
        <Card>
          <ImportPanel
            label="Import credentials"
            text={importText}
            onText={setImportText}
            read={() => ({ platform: form.getValues(), source: wizardMemory.get() })}
            write={({ platform, source }) => {
              form.reset(platform, { keepDefaultValues: true });
              wizardMemory.set(source);
            }}
          />
          {held === null ? <CredentialFields form={form} /> : <HeldCredentials credentials={held} />}
          <SandboxField form={form} isHeldByServer={held !== null} />
          <StepButtons onBack={null}>
            <Button type="submit" variant="accent" size="L">
              Continue
            </Button>
          </StepButtons>
        </Card>
      </form>
    </WizardPage>
  );
}
