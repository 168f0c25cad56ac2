/** What the server of `heldAppPort` is configured with. The secret must never come to the browser. */
export const heldCredentials = {
  clientId: 'held-by-the-server',
  clientSecret: 'HELD-CLIENT-SECRET',
  organizationId: 'AAAAAAAAAAAAAAAAAAAAAAAA@AdobeOrg',
} as const;
