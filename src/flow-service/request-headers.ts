import type { Credentials } from './credentials.ts';

/** The request headers that Adobe documents for these endpoints; the proxy forwards no other. */
export const documentedRequestHeaders = [
  'authorization',
  'x-api-key',
  'x-gw-ims-org-id',
  'x-sandbox-name',
  'content-type',
  'if-match',
  'accept',
] as const;

/**
 * Marks a request of this page, or of a program that means it, where the server adds its credentials. A page of another
 * origin can send a header of this name only when the server has agreed to it (CORS), which it never does, also in
 * browsers that send no `Sec-Fetch-Site`. It is for the server alone and not forwarded.
 */
export const pageHeader = { name: 'X-Connection-Wizard', value: '1' } as const;

/**
 * The headers that say who calls and in which sandbox, as Adobe spells them.
 * `credentials` null: the server behind the page adds its own. `sandbox` null: the endpoint needs none.
 */
export function toRequestHeaders(
  credentials: Credentials | null,
  sandbox: string | null,
): Record<string, string> {
  return {
    ...(credentials === null
      ? { [pageHeader.name]: pageHeader.value }
      : {
          Authorization: `Bearer ${credentials.accessToken}`,
          'x-api-key': credentials.apiKey,
          'x-gw-ims-org-id': credentials.organizationId,
        }),
    ...(sandbox !== null && { 'x-sandbox-name': sandbox }),
  };
}
