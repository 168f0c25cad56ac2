import type { UseFormReturn } from 'react-hook-form';
import { useEnvironment } from '../platform/environment-query.ts';
import { type PlatformAnswers, cleanAccessToken } from '../platform/platform-answers.ts';
import { SecretInput } from '../ui/SecretInput.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { DemoCredentials } from './DemoCredentials.tsx';
import { TokenInsight } from './TokenInsight.tsx';

/** The three values that Adobe wants with every request, and ways to fill them in. */
export function CredentialFields({ form }: { readonly form: UseFormReturn<PlatformAnswers> }) {
  const { target } = useEnvironment();
  return (
    <>
      {target === 'local' && <DemoCredentials form={form} />}
      <TextInput
        form={form}
        name="apiKey"
        label="API key"
        help="The client ID of your credential in Adobe’s Developer Console."
        inputMode="text"
        isCode
      />
      <TextInput
        form={form}
        name="organizationId"
        label="Organization ID"
        help="Stands beside the credential: 24 characters, then @AdobeOrg."
        inputMode="text"
        isCode
      />
      <SecretInput
        form={form}
        name="accessToken"
        label="Access token"
        help="Made with that credential by Adobe IMS, and good for 24 hours. It stays in the memory of this page."
        clean={cleanAccessToken}
      />
      <TokenInsight form={form} />
    </>
  );
}
