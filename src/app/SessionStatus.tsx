import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { readAccessToken } from '../flow-service/schemas/access-token.ts';
import type { Access } from '../session/access.tsx';
import { describeTimeLeft } from '../session/describe-time-left.ts';
import { useNow } from '../ui/content/use-now.ts';

/** The sandbox that the page works in, and how long its access token is still valid. */
export function SessionStatus({ access }: { readonly access: Access }) {
  const expiresAt = readAccessToken(access.credentials?.accessToken ?? '')?.expiresAt ?? null;
  return (
    <p className={line}>
      <span className={fact}>
        Sandbox <strong>{access.sandbox}</strong>
      </span>{' '}
      {expiresAt !== null && (
        <span className={fact}>
          Token <TimeLeft until={expiresAt} />
        </span>
      )}
    </p>
  );
}

function TimeLeft({ until }: { readonly until: number }) {
  const left = until - useNow();
  return <strong>{left <= 0 ? 'expired' : `${describeTimeLeft(left)} left`}</strong>;
}

const line = style({
  font: 'ui',
  color: 'neutral-subdued',
  display: 'flex',
  flexWrap: { default: 'wrap', sm: 'nowrap' },
  columnGap: 12,
  rowGap: 4,
  margin: 0,
  minWidth: 0,
});
/** A name of any length takes little room. */
const fact = style({
  minWidth: 0,
  maxWidth: 192,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});
