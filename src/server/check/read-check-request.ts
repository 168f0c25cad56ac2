import { type CheckRequest, checkRequest } from '../../flow-service/schemas/connection-check.ts';
import { parseJson } from '../../flow-service/schemas/parse-json.ts';
import { ProxyError } from '../../proxy/proxy-error.ts';
import { readRequestBody } from '../../proxy/read-request-body.ts';

/**
 * Reads the body of `POST /api/check`. A problem names the property that is wrong, and never its value.
 * @throws {ProxyError}
 */
export async function readCheckRequest(request: Request): Promise<CheckRequest> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json *(?:;|$)/i.test(type)) {
    throw new ProxyError('invalid-check', 'Send the request as application/json.', { status: 415 });
  }
  const body = await readRequestBody(request);
  const parsed = checkRequest.safeParse(parseJson(Buffer.from(body ?? []).toString()));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const name = first === undefined || first.path.length === 0 ? 'The body' : first.path.join('.');
    throw new ProxyError('invalid-check', `${name} is not valid.`);
  }
  const { protocol, path } = parsed.data;
  if (protocol === 'phoenix' && !/^\/\P{Cc}*$/u.test(path)) {
    throw new ProxyError('invalid-check', 'path must start with a slash.');
  }
  return parsed.data;
}
