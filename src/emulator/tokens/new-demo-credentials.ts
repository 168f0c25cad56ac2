import type { DemoCredentials } from '../../flow-service/schemas/environment.ts';
import { platformScopes } from '../../flow-service/credentials.ts';
import { mintAccessToken } from './mint-access-token.ts';

/** Credentials that the local service accepts for a day. */
export function newDemoCredentials(now: number, newId: () => string): DemoCredentials {
  return {
    apiKey: demoApiKey,
    organizationId: demoOrganizationId,
    accessToken: mintAccessToken(demoApiKey, platformScopes, now, newId),
    sandbox: 'prod',
  };
}

/** Shown by `npm run emulator`. Any other key and organization work as well. */
export const demoApiKey = 'local-demo-client';
export const demoOrganizationId = '5D0C0FFEE5D0C0FFEE5D0C0F@AdobeOrg';
