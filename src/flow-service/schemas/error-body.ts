import * as z from 'zod/mini';
import { optional } from './lenient.ts';
import { parseJson } from './parse-json.ts';
import { proxyProblem } from './proxy-problem.ts';

/**
 * The families of error bodies: `gateway` from the gateway in front of Flow Service, `problem` from Flow Service and
 * the sandbox service, `legacy` from older Flow Service code, `content-type` from the platform, `oauth` from Adobe
 * IMS, `proxy` from our own server, `empty` without a body, `unreadable` for HTML and anything else.
 */
export type ErrorFamily =
  | 'gateway'
  | 'problem'
  | 'legacy'
  | 'content-type'
  | 'oauth'
  | 'proxy'
  | 'empty'
  | 'unreadable';

export interface ErrorBody {
  readonly family: ErrorFamily;
  /** The whole problem type, such as `https://ns.adobe.com/aep/errors/FLOW-1439-404`. */
  readonly type: string | null;
  /** The code to look up: `FLOW-1439-404` of a problem, `403010` of the gateway, `invalid_client` of IMS. */
  readonly code: string | null;
  readonly title: string | null;
  /** The most informative sentence of the body, in the sender's words. */
  readonly detail: string | null;
  readonly requestId: string | null;
  /**
   * Only our own proxy reports this, and the page for requests that it did not send. No answer from outside contains
   * it.
   */
  readonly reached: 'no' | 'unknown' | null;
}

const text = optional(z.string());

const gatewayBody = z.object({
  error_code: z.union([z.string(), z.pipe(z.number(), z.transform(String))]),
  message: text,
});

const problemBody = z.object({
  type: z.string(),
  title: text,
  detail: text,
  report: optional(z.object({ 'detailed-message': text, 'request-id': text })),
  errorMessage: text,
});

const oauthBody = z.object({ error: z.string(), error_description: text });

const legacyBody = z.union([
  z.object({ errorMessage: z.string() }),
  z.pipe(
    z.object({ message: z.string() }),
    z.transform(({ message }) => ({ errorMessage: message })),
  ),
  // No Flow Service document contains this shape, but other services of the platform use it often.
  z.pipe(
    z.object({ errors: z.tuple([z.object({ message: z.string() })], z.unknown()) }),
    z.transform(({ errors }) => ({ errorMessage: errors[0].message })),
  ),
]);

const nothing = {
  type: null,
  code: null,
  title: null,
  detail: null,
  requestId: null,
  reached: null,
} as const;

/** A longer body is not a problem report, and parsing it would take too long. */
const mostCharacters = 1_000_000;

/** Reads the body of an error answer in any of Adobe's shapes. Never throws. */
export function readErrorBody(body: string): ErrorBody {
  if (body.trim() === '') return { ...nothing, family: 'empty' };
  const json = body.length > mostCharacters ? undefined : parseJson(body);

  const proxy = proxyProblem.safeParse(json);
  if (proxy.success) {
    const { type, title, detail, reached } = proxy.data;
    return { ...nothing, family: 'proxy', type, code: type, title, detail, reached };
  }
  const gateway = gatewayBody.safeParse(json);
  if (gateway.success) {
    const { error_code: code, message } = gateway.data;
    return { ...nothing, family: 'gateway', code, detail: message ?? null };
  }
  const problem = problemBody.safeParse(json);
  if (problem.success) return fromProblem(problem.data);
  const oauth = oauthBody.safeParse(json);
  if (oauth.success) {
    const { error, error_description: description } = oauth.data;
    return { ...nothing, family: 'oauth', code: error, detail: description ?? null };
  }
  const legacy = legacyBody.safeParse(json);
  if (legacy.success) return { ...nothing, family: 'legacy', detail: legacy.data.errorMessage };
  return { ...nothing, family: 'unreadable' };
}

function fromProblem({ type, title, detail, report, errorMessage }: z.infer<typeof problemBody>): ErrorBody {
  return {
    ...nothing,
    family: type === '/placeholder/type/uri' ? 'content-type' : 'problem',
    type,
    code: type.slice(type.lastIndexOf('/') + 1),
    title: title ?? null,
    detail: report?.['detailed-message'] ?? detail ?? errorMessage ?? null,
    requestId: report?.['request-id'] ?? null,
  };
}
