import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { type AccessTokenClaims, readAccessToken } from '../flow-service/access-token.ts';
import { describeTimeLeft } from '../platform/describe-time-left.ts';
import type { PlatformAnswers } from '../platform/platform-answers.ts';
import { Advice } from '../ui/Advice.tsx';
import { useNow } from '../ui/use-now.ts';

/** What the access token says of itself, read on this page and sent nowhere. */
export function TokenInsight({ form }: { readonly form: UseFormReturn<PlatformAnswers> }) {
  const [apiKey, accessToken] = useWatch({ control: form.control, name: ['apiKey', 'accessToken'] });
  const claims = readAccessToken(accessToken);
  const clientId = claims?.clientId ?? null;
  const isOther = clientId !== null && clientId !== apiKey.trim();
  return (
    <div>
      {/* Its line is there before the token is. */}
      <div className={style({ minHeight: '[18px]' })}>{claims !== null && <Expiry claims={claims} />}</div>
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
    </div>
  );
}

function describeMismatch(clientId: string, apiKey: string): string {
  return apiKey === ''
    ? `This token was made with the credential ${clientId}. Its client ID is the API key.`
    : `This token was made with another credential, ${clientId}. API key and token must belong to the same one.`;
}

/** Counts down before everyone’s eyes, and is no live region: a screen reader would never come to rest. */
function Expiry({ claims: { expiresAt } }: { readonly claims: AccessTokenClaims }) {
  const now = useNow();
  return (
    <p className={style({ font: 'ui', color: 'neutral-subdued', margin: 0 })}>{describe(expiresAt, now)}</p>
  );
}

function describe(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return 'This token does not say when it expires.';
  const left = describeTimeLeft(expiresAt - now);
  return expiresAt > now
    ? `This token expires in ${left}.`
    : `This token expired ${left} ago. Get a new one; everything else is kept.`;
}
