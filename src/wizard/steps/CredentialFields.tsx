import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import { useEnvironment } from '../../session/environment-query.ts';
import { type PlatformAnswers, cleanAccessToken, platformLabels } from '../../session/platform-answers.ts';
import { SecretInput } from '../../ui/fields/SecretInput.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { DemoCredentials } from './DemoCredentials.tsx';
import { TokenExpiry } from './TokenInsight.tsx';

const guides = {
  apiKey: {
    whereToFind:
      'At developer.adobe.com/console open your project, then its OAuth Server-to-Server credential: it is the Client ID there. A Postman environment from Adobe calls it API_KEY.',
    example: '0123456789abcdef0123456789abcdef',
  },
  organizationId: {
    whereToFind:
      'In the Developer Console it stands on the same page as the Client ID, under Organization ID. A Postman environment from Adobe calls it IMS_ORG.',
    example: '0123456789ABCDEF01234567@AdobeOrg',
  },
  accessToken: {
    whereToFind:
      'On the page of the credential press Generate access token and copy all of it, or take ACCESS_TOKEN from a Postman environment. Three parts with dots between them, often more than a thousand characters.',
    example: null,
  },
} as const;

/** The three values that Adobe wants with every request, and ways to fill them in. */
export function CredentialFields({ form }: { readonly form: UseFormReturn<PlatformAnswers> }) {
  const { target } = useEnvironment();
  return (
    <>
      {target === 'local' && <DemoCredentials form={form} />}
      <TextInput
        form={form}
        name="apiKey"
        label={platformLabels.apiKey}
        help="The client ID of your credential in Adobe’s Developer Console."
        guide={guides.apiKey}
        inputMode="text"
        isCode
      />
      <TextInput
        form={form}
        name="organizationId"
        label={platformLabels.organizationId}
        help="Stands beside the credential: 24 characters, then @AdobeOrg."
        guide={guides.organizationId}
        inputMode="text"
        isCode
      />
      <div className={style({ display: 'flex', flexDirection: 'column', rowGap: 8 })}>
        <SecretInput
          form={form}
          name="accessToken"
          label={platformLabels.accessToken}
          help="Made with that credential by Adobe IMS, and good for 24 hours. It stays in the memory of this page."
          guide={guides.accessToken}
          clean={cleanAccessToken}
        />
        <TokenExpiry form={form} />
      </div>
    </>
  );
}
