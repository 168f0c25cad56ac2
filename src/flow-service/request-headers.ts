import type { Credentials } from './credentials.ts';

/** The request headers that Adobe documents for these endpoints. The proxy forwards no others. */
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
 * Marks a request of this page, or of a program that sends the header on purpose. The server adds its credentials to
 * such requests only. A page of another origin can send this header only if the server allows it (CORS), which it
 * never does. This also works in browsers that send no `Sec-Fetch-Site`. The header is not forwarded.
 */
export const pageHeader = { name: 'X-Connection-Wizard', value: '1' } as const;

/**
 * The headers that identify the caller and the sandbox, in Adobe's spelling. `credentials` null: the server behind
 * the page adds its own credentials. `sandbox` null: the endpoint needs no sandbox.
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
