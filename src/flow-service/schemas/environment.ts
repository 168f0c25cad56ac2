import * as z from 'zod/mini';
import { noncePattern } from '../idempotency-key.ts';

/** `GET /api/environment`: what this page's server talks to, and who holds the credentials. Never a secret. */
export const environment = z.object({
  /** `local`: the local Flow Service; `adobe`: an Adobe host; `other`: anything else that was configured. */
  target: z.enum(['local', 'adobe', 'other']),
  /** Whether the local Flow Service opens the databases of Phoenix, or shows samples in place of all of them. */
  databases: z.enum(['real', 'samples']),
  /** Host and port of the gateway, to show. */
  gatewayHost: z.string(),
  /** Set when the server holds the credentials: the page then asks for the sandbox only. */
  credentials: z.nullable(
    z.object({
      clientId: z.string(),
      organizationId: z.string(),
      /** Epoch milliseconds; null while no token was minted, or when the token does not say. */
      expiresAt: z.nullable(z.number()),
    }),
  ),
  /** The sandbox to preselect. */
  sandbox: z.nullable(z.string()),
  /** What every idempotency key begins with. A new one each time the server starts. */
  writeNonce: z.string().check(z.regex(noncePattern)),
});
export type Environment = z.infer<typeof environment>;

/** `POST /api/local/demo-credentials`, on the local Flow Service only: credentials it accepts, freshly made. */
export const demoCredentials = z.object({
  apiKey: z.string(),
  organizationId: z.string(),
  accessToken: z.string(),
  sandbox: z.string(),
});
export type DemoCredentials = z.infer<typeof demoCredentials>;

/** `GET` and `PUT /api/local/scenarios`, on the local Flow Service only: the failures that it can act out. */
export const scenarioList = z.object({
  /** The scenario that is on for every request, or null. */
  current: z.nullable(z.string()),
  scenarios: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      /** What to type, and where, to meet it without switching it on: `Host` and `no-such-host.example`. */
      reachedBy: z.nullable(z.object({ field: z.string(), value: z.string() })),
    }),
  ),
});
export type ScenarioList = z.infer<typeof scenarioList>;
