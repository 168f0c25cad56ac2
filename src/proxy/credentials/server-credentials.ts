/**
 * Credentials that the server adds to requests in place of the browser's. `secret`: the server gets access tokens
 * from Adobe IMS. `token`: the server was configured with a token, which is not renewed. Both contain a secret.
 */
export type ServerCredentials = {
  readonly clientId: string;
  readonly organizationId: string;
} & (
  | { readonly kind: 'secret'; readonly clientSecret: string; readonly scopes: string }
  | { readonly kind: 'token'; readonly accessToken: string }
);

/** The secrets in the server's configured credentials, which must never leave the server. */
export function secretsOf(credentials: ServerCredentials | null): readonly string[] {
  if (credentials === null) return [];
  return [credentials.kind === 'secret' ? credentials.clientSecret : credentials.accessToken];
}
