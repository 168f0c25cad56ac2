import type { Reply } from './http-transport.ts';
import type { Operation } from './operations.ts';
import { type PhoenixErrorCode, QueryServerError, type Reason } from './query-server-error.ts';
import { type MessageFields, readMessage } from './wire-message.ts';

/**
 * Reads the answer to an operation.
 * @throws {QueryServerError} for all other answers. Each of them was observed with a real server or a gateway.
 */
export function readReply<Answer>(reply: Reply, { response, answer }: Operation<Answer>): Answer {
  const message = readMessage(reply.body);
  if (message?.name === 'ErrorResponse') throw readErrorResponse(message.fields);
  if (reply.status !== 200 || message?.name !== response) throw explainReply(reply);
  const parsed = answer.safeParse(message.fields);
  if (!parsed.success) throw new QueryServerError('queryServer', 'notQueryServer');
  return parsed.data;
}

export function explainReply({
  status,
  contentType,
  authentication,
  httpsPort,
  body,
}: Reply): QueryServerError {
  const facts = { status };
  if (status === 401) {
    return new QueryServerError('signIn', explainScheme(authentication), facts);
  }
  if (status === 403) return new QueryServerError('signIn', 'accessForbidden', facts);
  // This answer comes from a gateway. A query server accepts any path, except for GET, which is never sent.
  if (status === 404) return new QueryServerError('httpPath', 'pathNotFound', facts);
  if (httpsPort !== null) {
    return new QueryServerError('encryption', 'redirectedToHttps', { ...facts, httpsPort });
  }
  if (status >= 300 && status < 400) return new QueryServerError('httpPath', 'redirected', facts);
  if (status >= 502 && status <= 504) {
    return new QueryServerError('queryServer', 'gatewayCannotReachServer', facts);
  }
  if (contentType.startsWith('application/json') && body.subarray(0, 64).includes('"response"')) {
    return new QueryServerError('queryServer', 'otherSerialization', facts);
  }
  return new QueryServerError('queryServer', 'notQueryServer', facts);
}

/** Without a scheme, the server may accept basic authentication. */
function explainScheme(scheme: string): Reason {
  if (scheme === '' || scheme === 'basic') return 'credentialsRefused';
  return scheme === 'negotiate' ? 'kerberosRequired' : 'basicNotOffered';
}

/** Phoenix's own number, with SQLSTATE 43M10. */
const inconsistentNamespaceMapping = 726;

function readErrorResponse({ errorMessage, exceptions }: MessageFields): QueryServerError {
  const text = [errorMessage, ...(Array.isArray(exceptions) ? exceptions : [])].join('\n');
  if (text.includes('NoSuchConnectionException')) {
    return new QueryServerError('queryServer', 'connectionForgotten');
  }
  // This would happen if the request were not a message of the server's protocol.
  if (text.includes('InvalidProtocolBufferException')) {
    return new QueryServerError('queryServer', 'otherSerialization');
  }
  const phoenixCode = readPhoenixCode(text);
  if (phoenixCode === null) return new QueryServerError('tables', 'statementFailed');
  return phoenixCode.number === inconsistentNamespaceMapping
    ? new QueryServerError('queryServer', 'namespaceMappingDiffers', { phoenixCode })
    : new QueryServerError('tables', 'statementFailed', { phoenixCode });
}

/** Avatica's numeric fields are always the same. Phoenix's own code is only in the text. */
function readPhoenixCode(text: string): PhoenixErrorCode | null {
  const [, number, sqlState] = /ERROR (\d{1,6}) \((\w{5})\)/.exec(text) ?? [];
  return number === undefined || sqlState === undefined ? null : { number: Number(number), sqlState };
}
