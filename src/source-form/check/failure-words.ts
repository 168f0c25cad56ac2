import type { CheckReason, CheckStage } from '../../flow-service/schemas/connection-check.ts';
import type { Endpoint } from '../../sources/endpoint.ts';

/** The part of the address or the sign-in that a failure is about. */
export type EndpointRole = Exclude<keyof Endpoint, 'protocol' | 'reach'>;

export interface FailureWords {
  /** null when no field can correct it. */
  readonly role: EndpointRole | null;
  readonly sentence: string;
  readonly action: string;
  /** What to do at a source that has no setting for SSL, if that differs. */
  readonly actionWithoutSetting?: string;
}

export const failureWords: Readonly<Record<CheckReason, FailureWords>> = {
  hostUnknown: {
    role: 'host',
    sentence: 'This host name does not exist.',
    action: 'Check the spelling. A name that exists only in another network cannot be checked from here.',
  },
  hostLookupFailed: {
    role: 'host',
    sentence: 'The host name could not be looked up.',
    action: 'Check the network and the DNS settings of the wizard server, then check again.',
  },
  checkNotAllowed: {
    role: null,
    sentence: 'This wizard server does not check connections.',
    action:
      'Its administrator must allow checks because other computers can use the server. Adobe still tests the connection after it is created.',
  },
  addressNotAllowed: {
    role: 'host',
    sentence: 'The wizard server is not allowed to connect to this address.',
    action: 'Enter a public address, or ask the server’s administrator to allow this one.',
  },
  portNotAllowed: {
    role: 'port',
    sentence: 'The wizard server is not allowed to connect to this port.',
    action: 'Check the port, or ask the server’s administrator where to check this connection.',
  },
  connectionRefused: {
    role: 'port',
    sentence: 'The server does not accept connections on this port.',
    action: 'Check the port, and that the database is running.',
  },
  hostUnreachable: {
    role: 'host',
    sentence: 'There is no network route to this host.',
    action: 'Check the host, and connect the wizard server to the network of the database.',
  },
  connectTimedOut: {
    role: 'port',
    sentence: 'The host does not respond on this port.',
    action: 'Check the host and port. A firewall may block the wizard server.',
  },
  portNotEncrypted: {
    role: 'encryption',
    sentence: 'This port does not use SSL.',
    action: 'Turn off SSL, or enter the port that uses SSL.',
    actionWithoutSetting: 'Enter the port that uses SSL.',
  },
  portEncrypted: {
    role: 'encryption',
    sentence: 'This port requires SSL.',
    action: 'Turn on SSL.',
    actionWithoutSetting: 'Enter a port that does not require SSL.',
  },
  certificateSelfSigned: {
    role: 'host',
    sentence: 'The certificate of the server is self-signed.',
    action:
      'Install a certificate from a public certificate authority. Self-signed certificates are not supported by Adobe.',
  },
  certificateUntrusted: {
    role: 'host',
    sentence: 'The certificate authority is not trusted.',
    action:
      'Install a certificate from a public certificate authority, together with its intermediate certificates.',
  },
  certificateExpired: {
    role: 'host',
    sentence: 'The certificate of the server has expired.',
    action: 'Ask the administrator of the database to renew it.',
  },
  certificateNotYetValid: {
    role: 'host',
    sentence: 'The certificate of the server is not valid yet.',
    action: 'Check the clock of the wizard server. If it is correct, replace the certificate.',
  },
  certificateForOtherName: {
    role: 'host',
    sentence: 'The certificate is for another host name.',
    action: 'Enter a name that the certificate is for, not an address or an alias.',
  },
  encryptionFailed: {
    role: 'encryption',
    sentence: 'An encrypted connection could not be set up.',
    action: 'Ask the administrator of the database to turn on TLS 1.2 or later.',
  },
  redirectedToHttps: {
    role: 'encryption',
    sentence: 'This port redirects to HTTPS.',
    action: 'Turn on SSL, and enter the port that it redirects to. Redirects are not followed.',
    actionWithoutSetting: 'Enter the address that the port redirects to. Redirects are not followed.',
  },
  redirected: {
    role: 'path',
    sentence: 'The server redirects to another address.',
    action: 'Enter the address of the query server itself. Redirects are not followed.',
  },
  pathNotFound: {
    role: 'path',
    sentence: 'There is no query server at this path.',
    action: 'Check the path, or ask the administrator of the gateway.',
  },
  credentialsRefused: {
    role: 'password',
    sentence: 'The server rejected this username and password.',
    action: 'Check both, and re-enter the password.',
  },
  kerberosRequired: {
    role: 'username',
    sentence: 'The server requires Kerberos sign-in.',
    action: 'Adobe signs in with a username and password. Use a server or gateway that accepts them.',
  },
  basicNotOffered: {
    role: 'username',
    sentence: 'The server requires another sign-in method.',
    action: 'Adobe signs in with basic authentication. Use a server or gateway that accepts it.',
  },
  accessForbidden: {
    role: 'username',
    sentence: 'This user doesn’t have permission to use the database.',
    action: 'Ask the administrator of the database for permission, or enter another user.',
  },
  notHttp: {
    role: 'port',
    sentence: 'The server at this port does not use HTTP.',
    action: 'Enter the port of the query server, not of another service of the database.',
  },
  noAnswer: {
    role: 'port',
    sentence: 'The server closed the connection without a response.',
    action: 'Check the port and the SSL setting.',
    actionWithoutSetting: 'Check the port.',
  },
  connectionClosed: {
    role: null,
    sentence: 'The connection was closed before the response was complete.',
    action: 'Check again. If the error persists, check the log of the query server.',
  },
  answerTimedOut: {
    role: null,
    sentence: 'The server accepted the connection but did not respond in time.',
    action: 'Check again. If the error persists, check that the database is running.',
  },
  answerTooLarge: {
    role: null,
    sentence: 'The response is larger than this check can read.',
    action: 'Check that the port and path lead to a query server.',
  },
  gatewayCannotReachServer: {
    role: null,
    sentence: 'The gateway could not reach the query server.',
    action: 'Check that the query server behind the gateway is running.',
  },
  otherSerialization: {
    role: null,
    sentence: 'The query server uses JSON instead of PROTOBUF.',
    action: 'Set the serialization of the query server to PROTOBUF, and restart it.',
  },
  notQueryServer: {
    role: 'port',
    sentence: 'The server at this port is not a query server.',
    action: 'Check the port and path.',
  },
  connectionForgotten: {
    role: 'path',
    sentence: 'The query server did not recognize its own connection.',
    action: 'A load balancer may spread requests over several servers. Use a path that leads to one server.',
  },
  namespaceMappingDiffers: {
    role: null,
    sentence: 'The namespace mapping of the query server differs from that of HBase.',
    action: 'Turn namespace mapping on for both or off for both, and restart the query server.',
  },
  statementFailed: {
    role: null,
    sentence: 'The database refused to list its tables.',
    action: 'Ask the administrator of the database whether this user may read its tables.',
  },
};

/** A failure that means something else at a certain hop. */
const stageWords: Partial<Record<`${CheckStage} ${CheckReason}`, FailureWords>> = {
  'queryServer answerTimedOut': {
    role: null,
    sentence: 'The query server did not respond in time.',
    action: 'The database behind it may be down. Ask its administrator to check that it is running.',
  },
  'tables answerTimedOut': {
    role: null,
    sentence: 'The database did not list its tables in time.',
    action: 'Check again. If the error persists, check the load of the database.',
  },
  'tables answerTooLarge': {
    role: null,
    sentence: 'The list of tables is larger than this check can read.',
    action: 'The connection works up to this point. Adobe’s own test does not list tables.',
  },
  'encryption connectionClosed': {
    role: 'encryption',
    sentence: 'The server closed the connection while setting up encryption.',
    action: 'Check the port and the SSL setting.',
    actionWithoutSetting: 'Check the port.',
  },
  'encryption answerTimedOut': {
    role: 'port',
    sentence: 'The server did not set up encryption in time.',
    action: 'Check the port and the SSL setting.',
    actionWithoutSetting: 'Check the port.',
  },
};

/** Of a failed hop without a reason, from a server of another version. */
const unknownFailure: FailureWords = {
  role: null,
  sentence: 'The check failed for an unknown reason.',
  action: 'The page and the wizard server may be different versions. Reload the page.',
};

/** `endpoint` is that of the source. It says whether SSL can be turned on and off. */
export function explainFailure(
  endpoint: Pick<Endpoint, 'encryption'> | null,
  stage: CheckStage,
  reason: CheckReason | null,
): FailureWords {
  if (reason === null) return unknownFailure;
  const words = stageWords[`${stage} ${reason}`] ?? failureWords[reason];
  const { actionWithoutSetting: action } = words;
  if (endpoint?.encryption !== null || action === undefined) return words;
  return { ...words, action, role: words.role === 'encryption' ? 'port' : words.role };
}
