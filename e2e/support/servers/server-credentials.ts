/** The credentials of the server at `heldAppPort`. The secret must never reach the browser. */
export const serverCredentials = {
  clientId: 'held-by-the-server',
  clientSecret: 'HELD-CLIENT-SECRET',
  organizationId: 'AAAAAAAAAAAAAAAAAAAAAAAA@AdobeOrg',
} as const;

/** The same credentials as settings for a server that a test starts. */
export const holding = {
  AEP_CLIENT_ID: serverCredentials.clientId,
  AEP_CLIENT_SECRET: serverCredentials.clientSecret,
  AEP_ORG_ID: serverCredentials.organizationId,
  AEP_SANDBOX: 'dev',
};
