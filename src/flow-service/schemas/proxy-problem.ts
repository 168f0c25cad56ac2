import * as z from 'zod/mini';

/** The reasons why the proxy could not get an answer, or refused to ask for one. */
const proxyFailures = [
  'unreachable',
  'no-token',
  'timeout',
  'cut',
  'redirected',
  'malformed',
  'too-large',
  'forbidden',
  'unlisted',
  'busy',
  'no-store',
  'malformed-key',
  'stale-key',
  'closed-key',
  'key-mismatch',
  'key-required',
  'unseen',
  'invalid-check',
  'too-many-checks',
] as const;
export type ProxyFailure = (typeof proxyFailures)[number];

export const proxyProblemPrefix = 'urn:phoenix-connection:proxy:';

/** The proxy failure in a problem's type; null for any other type. */
export function readProxyFailure(type: string | null): ProxyFailure | null {
  return proxyFailures.find((failure) => type === `${proxyProblemPrefix}${failure}`) ?? null;
}

/**
 * The proxy's own failures (RFC 9457). `reached` says whether the request may have reached the service: `no` means
 * that it was certainly not carried out there.
 */
export const proxyProblem = z.object({
  type: z.string().check(z.startsWith(proxyProblemPrefix)),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  reached: z.enum(['no', 'unknown']),
});
export type ProxyProblem = z.infer<typeof proxyProblem>;
