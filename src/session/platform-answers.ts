import * as z from 'zod/mini';
import { isJwtShaped, readAccessToken } from '../flow-service/schemas/access-token.ts';
import { organizationIdPattern } from '../flow-service/credentials.ts';
import { cleanEdges } from '../text/clean-edges.ts';
import { describeTime } from '../ui/describe-time.ts';
import type { HoldsSecret } from '../ui/form/store.ts';
import type { HeldSecret, SecretRules } from './secret-store.ts';

const sandbox = z
  .string()
  .check(
    z.overwrite(cleanEdges),
    z.minLength(1, 'Choose a sandbox or enter its name, such as prod.'),
    z.regex(
      /^[\x21-\x7e]*$/,
      'Enter the name of the sandbox, not its title. A name has no spaces or special characters.',
    ),
  );

const callerShape = {
  apiKey: z
    .string()
    .check(
      z.overwrite(cleanEdges),
      z.minLength(1, 'Enter the API key.'),
      z.regex(/^[\x21-\x7e]*$/, 'Enter the API key without spaces or special characters.'),
    ),
  organizationId: z
    .string()
    .check(
      z.overwrite(cleanEdges),
      z.minLength(1, 'Enter the organization ID.'),
      z.regex(
        organizationIdPattern,
        'Enter the full organization ID: 24 characters (0-9, A-F) followed by @AdobeOrg.',
      ),
    ),
  accessToken: z.string().check(
    z.overwrite(cleanEdges),
    z.minLength(1, 'Enter the access token.'),
    z.refine((token) => isJwtShaped(token), 'Enter the full access token: three parts separated by periods.'),
    z.refine((token) => !isExpired(token, Date.now()), 'This access token has expired. Generate a new one.'),
  ),
};

/** The caller's credentials. They must be complete before the sandboxes can be listed. */
export const credentialsSchema = z.object(callerShape);

/** The schema of step one when the user enters the credentials. */
export const ownCredentialsSchema = z.object({ ...callerShape, sandbox });

/** The schema of step one when the server has the credentials. The credential fields are ignored. */
export const sandboxOnlySchema = z.object({
  apiKey: z.string(),
  organizationId: z.string(),
  accessToken: z.string(),
  sandbox,
});

/** The answers of step one as the form contains them. The access token is a secret. */
export type PlatformAnswers = z.infer<typeof ownCredentialsSchema> & HoldsSecret;

/** The labels of the fields of step one. */
export const platformLabels: Readonly<Record<keyof z.infer<typeof ownCredentialsSchema>, string>> = {
  apiKey: 'API key',
  organizationId: 'Organization ID',
  accessToken: 'Access token',
  sandbox: 'Sandbox',
};

export const noPlatformAnswers: PlatformAnswers = {
  apiKey: '',
  organizationId: '',
  accessToken: '',
  sandbox: '',
};

export const platformSecrets: SecretRules<PlatformAnswers> = {
  list: ({ accessToken }) =>
    accessToken === ''
      ? []
      : [{ label: platformLabels.accessToken, until: 'until you clear it', ...describeExpiry(accessToken) }],
  withoutSecrets: (answers) => ({ ...answers, accessToken: '' }),
};

function describeExpiry(token: string): Pick<HeldSecret, 'note'> {
  const expiresAt = readAccessToken(token)?.expiresAt ?? null;
  return expiresAt === null ? {} : { note: `Valid until ${describeTime(expiresAt)}.` };
}

/** Removes what is often pasted with a token: the scheme of the header, spaces and line breaks. */
export function cleanAccessToken(pasted: string): string {
  return cleanEdges(pasted)
    .replace(/^(?:authorization:\s*)?(?:bearer\s+)?/i, '')
    .replace(/\s+/g, '');
}

/** Whether a token has expired according to its claims. `now` is in epoch milliseconds. */
export function isExpired(token: string, now: number): boolean {
  const expiresAt = readAccessToken(token)?.expiresAt ?? null;
  return expiresAt !== null && expiresAt <= now;
}
