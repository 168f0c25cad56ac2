import type { ProxyFailure } from '../flow-service/schemas/proxy-problem.ts';
import type { Explanation } from './explanations.ts';

/** The failures of this page's own server. Whose time ran out depends on what was asked for. */
export const proxyExplanations: Readonly<Record<Exclude<ProxyFailure, 'timeout'>, Explanation>> = {
  unreachable: {
    field: null,
    sentence: 'This page’s server could not reach Flow Service. The request never left it.',
    advice: 'Check the network of the server, then try again. Nothing was made.',
  },
  'no-token': {
    field: null,
    sentence: 'This page’s server could not get an access token from Adobe. The request never left it.',
    advice:
      'Try again in a minute. If it stays, whoever runs the server must check AEP_CLIENT_ID, AEP_CLIENT_SECRET and AEP_SCOPES.',
  },
  cut: {
    field: null,
    sentence: 'The connection to Flow Service broke before its answer came.',
    advice: 'Try again in a minute.',
  },
  redirected: {
    field: null,
    sentence: 'The gateway sent the request somewhere else, and this page’s server does not follow.',
    advice: 'Check AEP_GATEWAY_URL: it must be the address of Adobe’s gateway itself.',
  },
  malformed: {
    field: null,
    sentence: 'The answer that came back is not valid HTTP.',
    advice: 'Something between here and Adobe may have answered in its place. Try again in a minute.',
  },
  'too-large': {
    field: null,
    sentence: 'The request or its answer is larger than this page’s server passes on.',
    advice: 'Shorten what was typed, then try again.',
  },
  forbidden: {
    field: null,
    sentence: 'This page’s server takes requests from its own pages only.',
    advice: 'Open the page by the address that the server printed, or set PUBLIC_ORIGIN to the one you use.',
  },
  unlisted: {
    field: null,
    sentence: 'This page’s server does not pass such requests on.',
    advice: 'The page and its server may be of different versions. Reload the page.',
  },
  busy: {
    field: null,
    sentence: 'This page’s server has too many requests under way.',
    advice: 'Wait a little, then try again.',
  },
  'malformed-key': {
    field: null,
    sentence: 'This page’s server did not accept the request, because its idempotency key is malformed.',
    advice: 'The page and its server may be different versions. Reload the page, then try again.',
  },
  'stale-key': {
    field: null,
    sentence: 'This page’s server restarted while it handled the request.',
    advice: 'Check whether the change was made before you try again.',
  },
  'closed-key': {
    field: null,
    sentence: 'The request arrived too late, and this page’s server did not send it on.',
    advice: 'Try again. Nothing was changed.',
  },
  'key-mismatch': {
    field: null,
    sentence: 'This page’s server did not accept the request, because its idempotency key is already in use.',
    advice: 'Try again. Nothing was changed.',
  },
  'key-required': {
    field: null,
    sentence: 'This page’s server did not accept the request, because it has no idempotency key.',
    advice: 'The page and its server may be different versions. Reload the page, then try again.',
  },
  unseen: {
    field: null,
    sentence: 'The request did not reach this page’s server.',
    advice: 'Try again. Nothing was changed.',
  },
};
