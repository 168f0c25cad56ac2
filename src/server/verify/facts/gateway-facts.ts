import {
  type Fact,
  at,
  codeOf,
  fromAnswer,
  fromSuccess,
  isSuccess,
  judged,
  notSeen,
  show,
  showError,
} from '../fact.ts';
import { readValues } from '../../../emulator/connections/field-kind.ts';

/** Facts about the gateway, errors, response headers and sandboxes. */
export const gatewayFacts = {
  gatewayAddress: {
    statement: 'Flow Service responds at the configured address, also without a regional host.',
    label: 'unknown',
    section: 'endpoints',
    judge: ({ answers }) => {
      const [sandboxes, connections] = [answers.get('sandboxes'), answers.get('connections')];
      const regions = [...new Set(readValues(sandboxes?.body, 'sandboxes[].region'))].filter(
        (region) => typeof region === 'string',
      );
      if (connections === undefined) return notSeen('no response');
      if (isSuccess(connections)) return judged(true, `sandboxes in ${regions.join(', ') || 'no region'}`);
      const isOtherwiseFine = sandboxes !== undefined && isSuccess(sandboxes) && connections.status === 404;
      return isOtherwiseFine ? judged(false, showError(connections)) : notSeen(showError(connections));
    },
  },
  gatewayStatus: {
    statement: 'The status of an error of the gateway is the first three digits of its code.',
    label: 'inferred',
    section: 'gateway-errors',
    judge: fromAnswer('withoutToken', (answer) => {
      if (at(answer.body, 'error_code') === undefined) return notSeen(showError(answer));
      return judged(codeOf(answer).startsWith(String(answer.status)), showError(answer));
    }),
  },
  gatewayCodeType: {
    statement: 'The code of an error of the gateway is a string.',
    label: 'conflict',
    section: 'error-bodies',
    judge: fromAnswer('withoutToken', ({ body }) => {
      const code = at(body, 'error_code');
      return code === undefined ? notSeen('no error_code') : judged(typeof code === 'string', typeof code);
    }),
  },
  missingSandbox: {
    statement: 'A request without x-sandbox-name gets 2105-400.',
    label: 'conflict',
    section: 'request-headers',
    judge: fromAnswer('withoutSandbox', (answer) =>
      judged(/(?:^|-)2105-400$/.test(codeOf(answer)), showError(answer)),
    ),
  },
  cors: {
    statement: 'Pages of other origins are not allowed to read responses (CORS).',
    label: 'unknown',
    section: 'request-headers',
    judge: fromAnswer('foreignOrigin', ({ headers }) => {
      const allowed = headers['access-control-allow-origin'];
      return judged(allowed === undefined, `access-control-allow-origin: ${show(allowed)}`);
    }),
  },
  rateLimit: {
    statement: 'No response header announces a rate limit.',
    label: 'unknown',
    section: 'retries',
    judge: fromAnswer('connections', ({ headers }) => {
      const found = Object.keys(headers).filter((name) => /rate-?limit|retry-after/.test(name));
      return judged(found.length === 0, found.join(', ') || 'none');
    }),
  },
  requestIdHeader: {
    statement: 'Only errors have a request ID, in the body. No response header has it.',
    label: 'unknown',
    section: 'error-bodies',
    judge: fromAnswer('connections', ({ headers }) => {
      const found = Object.keys(headers).filter((name) => /request-id/.test(name));
      return judged(found.length === 0, found.join(', ') || 'none');
    }),
  },
  problemType: {
    statement: 'Errors of Flow Service have the content type application/json.',
    label: 'unknown',
    section: 'error-bodies',
    judge: fromAnswer('unknownConnection', (answer) => {
      if (isSuccess(answer)) return notSeen('a success');
      const header = answer.headers['content-type'];
      const type = typeof header === 'string' ? header : 'absent';
      return judged(/^application\/json\b/i.test(type), type);
    }),
  },
  missingConnection: {
    statement: 'A connection that does not exist gets FLOW-1439-404.',
    label: 'conflict',
    section: 'flow-service-errors',
    judge: fromAnswer('unknownConnection', (answer) =>
      judged(codeOf(answer) === 'FLOW-1439-404' && answer.status === 404, showError(answer)),
    ),
  },
  missingSpec: {
    statement: 'A connection spec that does not exist gets FLOW-1439-404.',
    label: 'inferred',
    section: 'connection-specs',
    judge: fromAnswer('unknownSpec', (answer) =>
      judged(codeOf(answer) === 'FLOW-1439-404' && answer.status === 404, showError(answer)),
    ),
  },
  connectorPrefix: {
    statement: 'Errors of the connector layer have the same prefix FLOW- as those of Flow Service.',
    label: 'unknown',
    section: 'flow-service-errors',
    judge: fromAnswer('tableWithoutName', (answer) => {
      const code = codeOf(answer);
      return code.endsWith('1337-400') ? judged(code === 'FLOW-1337-400', code) : notSeen(showError(answer));
    }),
  },
  inactiveSandboxes: {
    statement: 'The list of sandboxes includes inactive sandboxes.',
    label: 'conflict',
    section: 'sandboxes',
    judge: fromSuccess('sandboxes', ({ body }) => {
      const states = readValues(body, 'sandboxes[].state');
      const isAny = states.some((state) => state !== 'active');
      return isAny ? judged(true, [...new Set(states)].join(', ')) : notSeen('all are active');
    }),
  },
  sandboxEtag: {
    statement: 'A sandbox has a field with the spelling eTag.',
    label: 'conflict',
    section: 'sandboxes',
    judge: fromSuccess('sandboxes', ({ body }) => {
      const names = readValues(body, 'sandboxes[]').flatMap((sandbox) =>
        ['eTag', 'etag'].filter((name) => at(sandbox, name) !== undefined),
      );
      const found = [...new Set(names)];
      return found.length === 0 ? notSeen('absent') : judged(found.join() === 'eTag', found.join(', '));
    }),
  },
} as const satisfies Record<string, Fact>;
