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
