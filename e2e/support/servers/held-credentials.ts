/** The credentials of the server at `heldAppPort`. The secret must never reach the browser. */
export const heldCredentials = {
  clientId: 'held-by-the-server',
  clientSecret: 'HELD-CLIENT-SECRET',
  organizationId: 'AAAAAAAAAAAAAAAAAAAAAAAA@AdobeOrg',
} as const;

/** The same credentials as settings for a server that a test starts. */
export const holding = {
  AEP_CLIENT_ID: heldCredentials.clientId,
  AEP_CLIENT_SECRET: heldCredentials.clientSecret,
  AEP_ORG_ID: heldCredentials.organizationId,
  AEP_SANDBOX: 'dev',
};
