import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { usePlatformAnswers } from '../../session/access.tsx';
import { isExpired } from '../../session/platform-answers.ts';
import { paths } from '../../session/paths.ts';

/** Redirects to step one when its answers are incomplete, and to the token field when the token has expired. */
export function ToPlatformStep({ next }: { readonly next: string | null }) {
  const { accessToken } = usePlatformAnswers().get();
  const [now] = useState(Date.now);
  return (
    <Navigate
      to={paths.platform}
      search={next === null ? {} : { next }}
      {...(isExpired(accessToken, now) && { hash: 'accessToken' })}
      replace
    />
  );
}
