import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { describeTimeLeft } from '../../session/describe-time-left.ts';
import { useNow } from '../../ui/content/use-now.ts';

interface TokenTimeLeftProps {
  /** Epoch milliseconds; null for a token that does not contain its expiry. */
  readonly expiresAt: number | null;
}

/** A visible countdown. It is not a live region because a screen reader would announce every second. */
export function TokenTimeLeft({ expiresAt }: TokenTimeLeftProps) {
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
