import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { type AccessTokenClaims, readAccessToken } from '../../flow-service/schemas/access-token.ts';
import { describeTimeLeft } from '../../session/describe-time-left.ts';
import type { PlatformAnswers } from '../../session/platform-answers.ts';
import { Advice } from '../../ui/fields/Advice.tsx';
import { useNow } from '../../ui/content/use-now.ts';

/** Shows when the access token expires. The token is decoded on this page and not sent anywhere. */
export function TokenExpiry({ form }: { readonly form: UseFormReturn<PlatformAnswers> }) {
  const claims = readAccessToken(useWatch({ control: form.control, name: 'accessToken' }));
  return (
    // The line exists before a token is entered.
    <div className={style({ minHeight: '[18px]' })}>{claims !== null && <Expiry claims={claims} />}</div>
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

/** A visible countdown. It is not a live region because a screen reader would announce every second. */
function Expiry({ claims: { expiresAt } }: { readonly claims: AccessTokenClaims }) {
  const now = useNow();
  return (
    <p className={style({ font: 'ui', color: 'neutral-subdued', margin: 0 })}>{describe(expiresAt, now)}</p>
  );
}

function describe(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return 'This token has no expiration time.';
  const left = describeTimeLeft(expiresAt - now);
  return expiresAt > now
    ? `This token expires in ${left}.`
    : `This token expired ${left} ago. Generate a new one. Your other values are kept.`;
}
