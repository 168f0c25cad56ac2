import type { Environment } from '../flow-service/schemas/environment.ts';

/** A server that has credentials for Adobe, so that a page needs only a sandbox. */
export const adobeEnvironment: Environment = {
  target: 'adobe',
  databases: 'real',
  gatewayHost: 'platform.adobe.io',
  credentials: { clientId: 'client', organizationId: 'org', expiresAt: null },
  sandbox: 'prod',
  writeNonce: 'nonce',
};
