import type { QueryServerAddress } from '../../query-server/http-transport.ts';
import type { QueryServerClient } from '../../query-server/query-server-client.ts';
import { QueryServerError, type Reason } from '../../query-server/query-server-error.ts';
import { type Refusal, problem, sourceTimedOut } from '../refusal.ts';
import type { Databases } from './databases.ts';

/** Opens a database. @throws {Refusal} the failure as Flow Service reports it. */
export async function visitDatabase<Result>(
  databases: Databases,
  address: QueryServerAddress,
  use: (client: QueryServerClient) => Promise<Result>,
): Promise<Result> {
  try {
    return await databases.visit(address, use);
  } catch (error) {
    throw error instanceof QueryServerError ? toRefusal(error) : error;
  }
}

/**
 * Reports a database failure as Flow Service does: it quotes the text of the provider (ERR-F). The exact texts of
 * Adobe's driver are not known. Each text has the form of the driver of the tutorial and names one cause.
 */
function toRefusal({ reason, facts }: QueryServerError): Refusal {
  if (reason === 'answerTimedOut') return sourceTimedOut();
  const text = texts[reason];
  if (text === undefined) {
    const code = facts.phoenixCode;
    const detail = code === undefined ? 'The statement failed.' : `ERROR ${code.number} (${code.sqlState})`;
    return driverProblem(detail);
  }
  return text.startsWith('REST call')
    ? problem('1100-400', `The request could not be processed. Error from flow provider: ${text}`)
    : driverProblem(text);
}

function driverProblem(text: string): Refusal {
  return problem(
    '1308-400',
    `The connection could not be opened. ERROR [HY000] [Microsoft][Phoenix] ${text}`,
  );
}

const texts: Readonly<Partial<Record<Reason, string>>> = {
  hostUnknown: 'Could not resolve the host name.',
  hostLookupFailed: 'Could not resolve the host name: the name server did not respond.',
  checkNotAllowed: 'This server does not open databases.',
  addressNotAllowed: 'The host has an address that this server does not open.',
  portNotAllowed: 'This server does not open this port.',
  connectionRefused: 'Failed to establish a connection to the host: connection refused.',
  hostUnreachable: 'Failed to establish a connection to the host: no route to host.',
  connectTimedOut: 'Failed to establish a connection to the host: connection timed out.',
  portNotEncrypted: 'SSL handshake failed: the server does not speak SSL on this port.',
  portEncrypted: 'The server expects SSL on this port.',
  certificateSelfSigned: 'SSL certificate verification failed: self-signed certificate.',
  certificateUntrusted: 'SSL certificate verification failed: unable to get local issuer certificate.',
  certificateExpired: 'SSL certificate verification failed: certificate has expired.',
  certificateNotYetValid: 'SSL certificate verification failed: certificate is not yet valid.',
  certificateForOtherName: 'SSL certificate verification failed: host name does not match the certificate.',
  encryptionFailed: 'SSL handshake failed.',
  redirectedToHttps: 'REST call failed with 301 Moved Permanently: the port redirects to HTTPS.',
  redirected: 'REST call failed with 302 Found: the server redirects to another address.',
  pathNotFound: 'REST call failed with 404 Not Found.',
  credentialsRefused: 'REST call failed with 401 Unauthorized.',
  basicNotOffered: 'REST call failed with 401 Unauthorized: only sign-in other than basic is offered.',
  kerberosRequired: 'REST call failed with 401 Unauthorized: Negotiate (Kerberos) is required.',
  accessForbidden: 'REST call failed with 403 Forbidden.',
  notHttp: 'The server did not respond with HTTP.',
  noAnswer: 'The server closed the connection without a response.',
  connectionClosed: 'The server closed the connection before its response was complete.',
  answerTooLarge: 'The response of the server is too large.',
  gatewayCannotReachServer: 'REST call failed with 502 Bad Gateway.',
  otherSerialization: 'The query server uses JSON serialization instead of PROTOBUF.',
  notQueryServer: 'The response is not from a Phoenix Query Server.',
  namespaceMappingDiffers: 'ERROR 726 (43M10): Inconsistent namespace mapping properties.',
  connectionForgotten: 'The query server no longer knows this connection.',
};
