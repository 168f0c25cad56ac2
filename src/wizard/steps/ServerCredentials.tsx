import { useSyncExternalStore } from 'react';
import type { Environment } from '../../flow-service/schemas/environment.ts';
import { describeTime } from '../../ui/describe-time.ts';
import { Facts } from '../../ui/content/Facts.tsx';

interface ServerCredentialsProps {
  readonly credentials: NonNullable<Environment['credentials']>;
}

/** Shown in place of the credential fields when the server has the credentials. */
export function ServerCredentials({ credentials }: ServerCredentialsProps) {
  const { clientId, organizationId } = credentials;
  // The server draws the page before it has a token.
  const expiresAt = useSyncExternalStore(
    never,
    () => credentials.expiresAt,
    () => null,
  );
  return (
    <Facts
      facts={[
        { term: 'Credentials', value: 'Stored on the wizard server. They are never sent to the browser.' },
        { term: 'Client ID', value: clientId },
        { term: 'Organization ID', value: organizationId },
        // Always there, so that nothing moves.
        { term: 'Token valid until', value: expiresAt === null ? 'Not known yet' : describeTime(expiresAt) },
      ]}
    />
  );
}

function never(): () => void {
  return () => undefined;
}
