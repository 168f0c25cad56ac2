/**
 * Credentials that the server adds to requests in place of the browser's. `secret`: it gets access tokens from
 * Adobe IMS itself; `token`: it was given one, which nobody renews. Both hold a secret.
 */
export type ServerCredentials = {
  readonly clientId: string;
  readonly organizationId: string;
} & (
  | { readonly kind: 'secret'; readonly clientSecret: string; readonly scopes: string }
  | { readonly kind: 'token'; readonly accessToken: string }
);

/** What must never leave the server, of the credentials that it was started with. */
export function secretsOf(credentials: ServerCredentials | null): readonly string[] {
  if (credentials === null) return [];
  return [credentials.kind === 'secret' ? credentials.clientSecret : credentials.accessToken];
}
