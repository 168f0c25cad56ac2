import * as z from 'zod/mini';
import { noncePattern } from '../idempotency-key.ts';

/**
 * `GET /api/environment`: the service that this page's server uses, and where the credentials are stored. It never
 * contains a secret.
 */
export const environment = z.object({
  /** `local`: the local Flow Service; `adobe`: an Adobe host; `other`: any other configured host. */
  target: z.enum(['local', 'adobe', 'other']),
  /**
   * Whether databases are really opened. `samples`: they are not, because other computers reach the server and its
   * settings do not allow it. The local Flow Service then uses sample data for all of them; in front of another
   * target, a connection check is off.
   */
  databases: z.enum(['real', 'samples']),
  /** Host and port of the gateway, for display. */
  gatewayHost: z.string(),
  /** Set when the server provides the credentials. The page then asks only for the sandbox. */
  credentials: z.nullable(
    z.object({
      clientId: z.string(),
      organizationId: z.string(),
      /** Epoch milliseconds; null when no token was generated yet, or when the token does not contain its expiry. */
      expiresAt: z.nullable(z.number()),
    }),
  ),
  /** The sandbox to preselect. */
  sandbox: z.nullable(z.string()),
  /** The prefix of every idempotency key. The server generates a new one when it starts. */
  writeNonce: z.string().check(z.regex(noncePattern)),
});
export type Environment = z.infer<typeof environment>;

/** `POST /api/local/demo-credentials`, on the local Flow Service only: new credentials that it accepts. */
export const demoCredentials = z.object({
  apiKey: z.string(),
  organizationId: z.string(),
  accessToken: z.string(),
  sandbox: z.string(),
});
export type DemoCredentials = z.infer<typeof demoCredentials>;

/** `GET` and `PUT /api/local/scenarios`, on the local Flow Service only: the failures that it can simulate. */
export const scenarioList = z.object({
  /** The scenario that is active for every request, or null. */
  current: z.nullable(z.string()),
  scenarios: z.array(
    z.object({
      name: z.string(),
      /** For people, such as `Wrong password`. */
      title: z.string(),
      /** When it happens, such as `Creating the connection`. Scenarios of one stage follow each other. */
      stage: z.string(),
      description: z.string(),
      /** Which value selects the scenario, and in which field: `no-such-host.example` in `Host`. */
      reachedBy: z.nullable(z.object({ field: z.string(), value: z.string() })),
    }),
  ),
});
export type ScenarioList = z.infer<typeof scenarioList>;
