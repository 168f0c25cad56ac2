import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import { type PlatformAnswers, cleanAccessToken, platformLabels } from '../../session/platform-answers.ts';
import { SecretInput } from '../../ui/fields/SecretInput.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { TokenExpiry } from './TokenInsight.tsx';

const guides = {
  apiKey: {
    whereToFind:
      'Open your project at developer.adobe.com/console and select its OAuth Server-to-Server credential. The API key is the Client ID. In Adobe’s Postman environment it is API_KEY.',
    example: '0123456789abcdef0123456789abcdef',
  },
  organizationId: {
    whereToFind:
      'Open your project at developer.adobe.com/console and select its credential. Copy Organization ID, on the same page as the Client ID. In Adobe’s Postman environment it is IMS_ORG.',
    example: '0123456789ABCDEF01234567@AdobeOrg',
  },
  accessToken: {
    whereToFind:
      'Open your project at developer.adobe.com/console and select its credential. Select Generate access token and copy the whole token. In Adobe’s Postman environment it is ACCESS_TOKEN. A token has three parts separated by periods, often more than 1,000 characters. The wizard keeps it only in the memory of this page.',
    example: null,
  },
} as const;

/** The three values that Adobe requires in every request, and ways to fill them in. */
export function CredentialFields({ form }: { readonly form: UseFormReturn<PlatformAnswers> }) {
  return (
    <>
      <TextInput
        form={form}
        name="apiKey"
        label={platformLabels.apiKey}
        help="The client ID of your credential in the Adobe Developer Console."
        guide={guides.apiKey}
        inputMode="text"
        isCode
      />
      <TextInput
        form={form}
        name="organizationId"
        label={platformLabels.organizationId}
        help="Shown next to your credential, ends with @AdobeOrg."
        guide={guides.organizationId}
        inputMode="text"
        isCode
      />
      <div className={style({ display: 'flex', flexDirection: 'column', rowGap: 8 })}>
        <SecretInput
          form={form}
          name="accessToken"
          label={platformLabels.accessToken}
          help="Generated for that credential. Valid for 24 hours."
          guide={guides.accessToken}
          clean={cleanAccessToken}
        />
        <TokenExpiry form={form} />
      </div>
    </>
  );
}
