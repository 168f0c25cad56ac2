import { Navigate } from '@tanstack/react-router';
import { usePlatformAnswers } from '../platform/access.tsx';
import { isExpired } from '../platform/platform-answers.ts';

/** Leads back to step one where its answers do not suffice: to the token, when that ran out meanwhile. */
export function ToPlatformStep({ next }: { readonly next: string | null }) {
  const { accessToken } = usePlatformAnswers().get();
  return (
    <Navigate
      to="/connect/platform"
      search={next === null ? {} : { next }}
      {...(isExpired(accessToken, Date.now()) && { hash: 'accessToken' })}
      replace
    />
  );
}
