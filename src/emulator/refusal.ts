import { type Answer, jsonAnswer } from './answer.ts';

/** Thrown to end a request with an error answer. */
export class Refusal extends Error {
  /** `requestId` is included if the error family has a field for it. */
  readonly toAnswer: (requestId: string) => Answer;

  constructor(message: string, toAnswer: (requestId: string) => Answer) {
    super(message);
    this.name = 'Refusal';
    this.toAnswer = toAnswer;
  }
}

/** Titles from Flow Service's catalog (ERR-F; the 13xx codes belong to the connector layer, ERR-S). */
const problemTitles = {
  '1000-400': 'Bad request',
  '1100-400': 'Invalid request',
  '1103-503': 'Service Unavailable',
  '1104-504': 'Gateway Timeout',
  '1304-400': 'Bad Request',
  '1308-400': 'Bad Request',
  '1312-400': 'Bad Request',
  '1330-400': 'Bad Request',
  '1336-400': 'Bad Request',
  '1337-400': 'Bad Request',
  '1353-400': 'Bad Request',
  '1358-400': 'Bad Request',
  '1400-500': 'Internal Error',
  '1401-400': 'Invalid request',
  '1403-400': 'Header is missing',
  '1404-412': 'Version not matching',
  '1405-400': 'Invalid request',
  '1413-400': 'Invalid request',
  '1414-400': 'Invalid request',
  '1415-400': 'Invalid request',
  '1418-400': 'Invalid request',
  '1423-400': 'Invalid request',
  '1432-400': 'Invalid request',
  '1433-400': 'Invalid request',
  '1434-400': 'Invalid request',
  '1439-404': 'Resource not found',
  '1440-400': 'Invalid request',
  '1443-400': 'Invalid request',
  '1448-400': 'Invalid request',
  '1450-400': 'Invalid request',
  '1451-400': 'Invalid request',
  '1452-400': 'Invalid request',
  '1453-400': 'Invalid request',
  '1455-400': 'Invalid request',
  '1456-400': 'Invalid request',
  '2000-401': 'Invalid authorization token',
  '2100-404': 'Sandbox not found',
  '2105-400': 'Header is missing',
  '2110-400': 'Headers not allowed',
  '2113-400': 'Headers not allowed',
  '2118-403': 'Missing permission',
} as const;

export type ProblemCode = keyof typeof problemTitles;

/** The gateway's codes with their exact messages (TRB). The first three digits are the HTTP status. */
const gatewayMessages = {
  400003: 'Missing header',
  401013: 'Oauth token is not valid',
  403000: 'Api Key is required',
  403003: 'Api Key is invalid',
  403010: 'Oauth token is missing.',
  403025: 'Profile is not valid',
  403027: 'User region is missing',
  429050: 'Too many requests',
} as const;

export type GatewayCode = keyof typeof gatewayMessages;

/**
 * A problem in the current wording of Flow Service (T-LABEL), which contains the text three times. The prefix of the
 * connector layer is unknown (docs/flow-service.md#flow-service-errors). Its codes get the prefix of Flow Service.
 */
export function problem(code: ProblemCode, text: string, entityId?: string): Refusal {
  const title = problemTitles[code];
  const status = statusOf(code);
  return new Refusal(text, (requestId) =>
    jsonAnswer(status, {
      type: `https://ns.adobe.com/aep/errors/FLOW-${code}`,
      title,
      status,
      report: {
        'detailed-message': text,
        ...(entityId !== undefined && { id: entityId, type: 'connections' }),
        'request-id': requestId,
      },
      errorMessage: text,
      errorDetails: text,
    }),
  );
}

/** An error of the gateway in front of all services (TRB). */
export function gatewayRefusal(code: GatewayCode, headers: Record<string, string> = {}): Refusal {
  const message = gatewayMessages[code];
  return new Refusal(message, () =>
    jsonAnswer(Math.floor(code / 1000), { error_code: String(code), message }, headers),
  );
}

/** The one-line body of older Flow Service code (OAS-D). */
export function legacyRefusal(status: number, message: string): Refusal {
  return new Refusal(message, () => jsonAnswer(status, { message }));
}

/** The platform's answer to a missing or wrong Content-Type (TRB), including its unfilled placeholder. */
export function contentTypeRefusal(detail: string): Refusal {
  return new Refusal(detail, () =>
    jsonAnswer(400, { type: '/placeholder/type/uri', status: 400, title: 'BadRequestError', detail }),
  );
}

/** The sandbox service's problems have a different prefix, and http instead of https (SBX). */
export function sandboxServiceRefusal(code: `SMS-${number}-${number}`, title: string): Refusal {
  const status = statusOf(code);
  return new Refusal(title, () =>
    jsonAnswer(status, { status, title, type: `http://ns.adobe.com/aep/errors/${code}` }),
  );
}

function statusOf(code: string): number {
  return Number(code.slice(-3));
}

/** The 504 when a source, or the provider in between, is too slow (ERR-F). */
export function sourceTimedOut(): Refusal {
  return problem('1104-504', 'The source did not respond in time.');
}
