import type { ProxyFailure } from '../flow-service/schemas/proxy-problem.ts';
import type { Explanation } from './explanations.ts';

/** The failures of this page's own server. The explanation of a timeout depends on the request. */
export const proxyExplanations: Readonly<Record<Exclude<ProxyFailure, 'timeout'>, Explanation>> = {
  unreachable: {
    field: null,
    sentence: 'The wizard server could not reach Flow Service. The request was not sent.',
    advice: 'Check the server’s network, then try again. This request changed nothing.',
  },
  'no-token': {
    field: null,
    sentence: 'The wizard server could not get an access token from Adobe. The request was not sent.',
    advice:
      'Try again in a minute. If the error persists, ask the server’s administrator to check AEP_CLIENT_ID, AEP_CLIENT_SECRET and AEP_SCOPES.',
  },
  cut: {
    field: null,
    sentence: 'The connection to Flow Service was lost before a response arrived.',
    advice: 'Try again in a minute.',
  },
  redirected: {
    field: null,
    sentence: 'The gateway redirected the request. The wizard server does not follow redirects.',
    advice: 'Check that AEP_GATEWAY_URL is the address of Adobe’s gateway.',
  },
  malformed: {
    field: null,
    sentence: 'The response is not valid HTTP.',
    advice: 'A proxy or gateway between the wizard server and Adobe may have sent it. Try again in a minute.',
  },
  'too-large': {
    field: null,
    sentence: 'The request or its response exceeds the wizard server’s size limit.',
    advice: 'Shorten your values, then try again.',
  },
  forbidden: {
    field: null,
    sentence: 'The wizard server accepts requests only from its own pages.',
    advice: 'Open the address that the server printed, or set PUBLIC_ORIGIN to the address that you use.',
  },
  unlisted: {
    field: null,
    sentence: 'The wizard server does not forward this type of request.',
    advice: 'The page and the server may be different versions. Reload the page.',
  },
  busy: {
    field: null,
    sentence: 'The wizard server is handling too many requests.',
    advice: 'Wait a moment, then try again.',
  },
  'no-store': {
    field: null,
    sentence:
      'The wizard server cannot reach the Redis server in which it records requests. The request was not sent.',
    advice:
      'Try again in a minute. If the error persists, ask the server’s administrator to check STATE_URL and the Redis server.',
  },
  'malformed-key': {
    field: null,
    sentence: 'The wizard server rejected the request because its idempotency key is malformed.',
    advice: 'The page and the server may be different versions. Reload the page, then try again.',
  },
  'stale-key': {
    field: null,
    sentence: 'The wizard server restarted while handling the request.',
    advice: 'Before you try again, check whether the change was made.',
  },
  'closed-key': {
    field: null,
    sentence: 'The request arrived too late. The wizard server did not forward it.',
    advice: 'Try again. This request changed nothing.',
  },
  'key-mismatch': {
    field: null,
    sentence: 'The wizard server rejected the request because its idempotency key is already in use.',
    advice: 'Try again. This request changed nothing.',
  },
  'key-required': {
    field: null,
    sentence: 'The wizard server rejected the request because it has no idempotency key.',
    advice: 'The page and the server may be different versions. Reload the page, then try again.',
  },
  unseen: {
    field: null,
    sentence: 'The request did not reach the wizard server.',
    advice: 'Try again. This request changed nothing.',
  },
  'invalid-check': {
    field: null,
    sentence: 'The wizard server cannot check these values.',
    advice: 'Check host, port and HTTP path, then try again.',
  },
  'too-many-checks': {
    field: null,
    sentence: 'The wizard server is running too many connection checks.',
    advice: 'Wait a moment, then try again.',
  },
};
