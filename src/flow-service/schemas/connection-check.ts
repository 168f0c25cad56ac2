import * as z from 'zod/mini';

/** The hops from this page's server to the tables, in the order in which a connection check passes them. */
export const checkStages = [
  'hostName',
  'network',
  'encryption',
  'httpPath',
  'signIn',
  'queryServer',
  'tables',
] as const;
export type CheckStage = (typeof checkStages)[number];

/** Why a hop failed. Each reason was observed with a real server or its gateway. */
export const checkReasons = [
  'hostUnknown',
  'hostLookupFailed',
  'checkNotAllowed',
  'addressNotAllowed',
  'portNotAllowed',
  'connectionRefused',
  'hostUnreachable',
  'connectTimedOut',
  'portNotEncrypted',
  'portEncrypted',
  'certificateSelfSigned',
  'certificateUntrusted',
  'certificateExpired',
  'certificateNotYetValid',
  'certificateForOtherName',
  'encryptionFailed',
  'redirectedToHttps',
  'redirected',
  'pathNotFound',
  'credentialsRefused',
  'kerberosRequired',
  'basicNotOffered',
  'accessForbidden',
  'notHttp',
  'noAnswer',
  'connectionClosed',
  'answerTimedOut',
  'answerTooLarge',
  'gatewayCannotReachServer',
  'otherSerialization',
  'notQueryServer',
  'connectionForgotten',
  'namespaceMappingDiffers',
  'statementFailed',
] as const;
export type CheckReason = (typeof checkReasons)[number];

/** What a passed hop should be looked at for, although it does not stop the connection from this computer. */
export const checkWarnings = [
  /** The certificate is valid for fewer than 30 days. */
  'certificateExpiresSoon',
  /** The certificate is trusted only because of `NODE_EXTRA_CA_CERTS`, which Adobe does not have. */
  'certificateTrustedOnlyHere',
  /** The server accepts requests without credentials, so the user name and password were not checked. */
  'credentialsNotChecked',
  /** A bare query server answers on every path, so the path was not checked. */
  'pathNotChecked',
] as const;
export type CheckWarning = (typeof checkWarnings)[number];

/** The body of `POST /api/check`. */
export const checkRequest = z.strictObject({
  /** `phoenix`: all stages. `none`: the stages up to encryption, which need no protocol of the database. */
  protocol: z.enum(['phoenix', 'none']),
  host: z.string().check(z.minLength(1), z.maxLength(255)),
  port: z.int().check(z.gte(1), z.lte(65_535)),
  /** Starts with `/`. Ignored without a protocol. */
  path: z.string().check(z.maxLength(2000)),
  /** null: not known, so the encryption stage is not testable. */
  isEncrypted: z.nullable(z.boolean()),
  /** null: the page does not have the password, so sign-in and all later stages are not testable. */
  credentials: z.nullable(
    z.strictObject({
      username: z.string().check(z.maxLength(1000)),
      password: z.string().check(z.maxLength(10_000)),
    }),
  ),
});
export type CheckRequest = z.infer<typeof checkRequest>;

/** What a stage found out. Only recognized facts are passed on, never text of the other side. */
export const checkFacts = z.object({
  /** Of the host name. */
  addresses: z.optional(z.array(z.string())),
  /** The address that accepted the connection. */
  address: z.optional(z.string()),
  certificate: z.optional(
    z.object({
      subject: z.string(),
      issuer: z.string(),
      /** DNS names and addresses that the certificate is for. */
      names: z.array(z.string()),
      /** Whole days until it expires; negative after that. */
      daysLeft: z.int(),
    }),
  ),
  /** For example `TLSv1.3`. */
  encryption: z.optional(z.string()),
  /** The port of the same host that a port without encryption redirects to, for HTTPS. */
  httpsPort: z.optional(z.int()),
  /** HTTP status of the last response. */
  status: z.optional(z.int()),
  /** For example `Phoenix` and `5.2`. */
  product: z.optional(z.object({ name: z.string(), version: z.string() })),
  /** Number of tables and views, without system tables. */
  tables: z.optional(z.int()),
  /** The code of a refused statement: `1012 (42M03)`. */
  phoenixCode: z.optional(z.object({ number: z.int(), sqlState: z.string() })),
});
export type CheckFacts = z.infer<typeof checkFacts>;

/** The code of a statement that the database refused; null when there is none. */
export function readDatabaseCode({ phoenixCode }: CheckFacts) {
  return phoenixCode ?? null;
}

const stage = z.enum(checkStages);

/** One line of the answer of `POST /api/check`, which is NDJSON: one JSON object in each line. */
export const checkEvent = z.discriminatedUnion('type', [
  /** The first line. `isSample`: the sample cluster of the local Flow Service is checked in place of the host. */
  z.object({ type: z.literal('started'), isSample: z.boolean() }),
  z.object({ type: z.literal('running'), stage }),
  /** The result of a stage. After a failure, the remaining stages are `skipped` in the same order. */
  z.object({
    type: z.literal('result'),
    stage,
    state: z.enum(['passed', 'failed', 'skipped', 'notTestable']),
    milliseconds: z.int(),
    facts: checkFacts,
    warnings: z.array(z.enum(checkWarnings)),
    /** Only of a failed stage. */
    reason: z.nullable(z.enum(checkReasons)),
  }),
  /** The last line. A stream that ends without it was cut. */
  z.object({ type: z.literal('finished'), milliseconds: z.int() }),
]);
export type CheckEvent = z.infer<typeof checkEvent>;
