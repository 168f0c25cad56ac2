import type { Environment } from '../../flow-service/schemas/environment.ts';
import { describeTime } from '../../ui/describe-time.ts';
import { Facts } from '../../ui/content/Facts.tsx';

interface ServerCredentialsProps {
  readonly credentials: NonNullable<Environment['credentials']>;
}

/** Shown in place of the credential fields when the server has the credentials. */
export function ServerCredentials({ credentials }: ServerCredentialsProps) {
  const { clientId, organizationId, expiresAt } = credentials;
  return (
    <Facts
      facts={[
        { term: 'Credentials', value: 'Stored on the wizard server. They are never sent to the browser.' },
        { term: 'Client ID', value: clientId },
        { term: 'Organization ID', value: organizationId },
        // Always there: the server learns it with its first token, which may be between drawing this here and there.
        { term: 'Token valid until', value: expiresAt === null ? 'Not known yet' : describeTime(expiresAt) },
      ]}
    />
  );
}
