import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { readAccessToken } from '../../flow-service/schemas/access-token.ts';
import type { PlatformAnswers } from '../../session/platform-answers.ts';
import { Advice } from '../../ui/fields/Advice.tsx';
import { useLazyComponent } from '../../ui/use-lazy-component.ts';

/** Loaded when there is a token. */
const loadTimeLeft = async () => (await import('./TokenTimeLeft.tsx')).TokenTimeLeft;

/** Shows when the access token expires. The token is decoded on this page and not sent anywhere. */
export function TokenExpiry({ form }: { readonly form: UseFormReturn<PlatformAnswers> }) {
  const claims = readAccessToken(useWatch({ control: form.control, name: 'accessToken' }));
  const { Component: TimeLeft } = useLazyComponent(loadTimeLeft, claims !== null);
  return (
    // The line exists before a token is entered.
    <div className={style({ minHeight: '[18px]' })}>
      {claims !== null && TimeLeft !== null && <TimeLeft expiresAt={claims.expiresAt} />}
    </div>
  );
}

/** Warns that the access token was generated for another credential. It changes with the input, so it comes last. */
export function TokenMismatch({ form }: { readonly form: UseFormReturn<PlatformAnswers> }) {
  const [apiKey, accessToken] = useWatch({ control: form.control, name: ['apiKey', 'accessToken'] });
  const clientId = readAccessToken(accessToken)?.clientId ?? null;
  const isOther = clientId !== null && clientId !== apiKey.trim();
  return (
    <Advice
      message={isOther ? describeMismatch(clientId, apiKey.trim()) : ''}
      fix={
        isOther
          ? {
              label: `Use ${clientId} as API key`,
              onPress: () => {
                form.setValue('apiKey', clientId);
                form.clearErrors('apiKey');
              },
            }
          : null
      }
    />
  );
}

function describeMismatch(clientId: string, apiKey: string): string {
  return apiKey === ''
    ? `This token was generated for the credential ${clientId}. Its client ID is the API key.`
    : `This token was generated for another credential, ${clientId}. The API key and the token must belong to the same credential.`;
}
