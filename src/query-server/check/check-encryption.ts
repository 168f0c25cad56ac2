import { setTimeout as wait } from 'node:timers/promises';
import { type SecureContext, createSecureContext, rootCertificates } from 'node:tls';
import type { CheckRequest } from '../../flow-service/schemas/connection-check.ts';
import { encrypt } from '../encrypt.ts';
import { openConnection } from '../http-transport.ts';
import { QueryServerError } from '../query-server-error.ts';
import { explainReply } from '../read-reply.ts';
import { type Probe, probe } from './check-http.ts';
import type { CheckVisit } from './check-visit.ts';
import { readCertificate } from './read-certificate.ts';
import type { StageNotes } from './run-stage.ts';

/** Without the authorities of NODE_EXTRA_CA_CERTS, which only this computer has. Parsing them blocks for 50 ms. */
let bundled: SecureContext | undefined;

const soon = 30;
/** Milliseconds for a port that gives no sign of encryption. */
const helloTimeout = 1000;

/**
 * Checks that both sides encrypt, or neither. Without encryption, a request without credentials shows what the port
 * expects. Its answer may come later than the result of this stage.
 * @throws {QueryServerError}
 */
export async function checkEncryption(
  { protocol, isEncrypted }: Pick<CheckRequest, 'protocol' | 'isEncrypted'>,
  visit: CheckVisit,
  notes: StageNotes,
): Promise<{ readonly answer: Promise<Probe> } | null> {
  if (isEncrypted === null) {
    notes.state = 'notTestable';
    return null;
  }
  if (isEncrypted) {
    await checkCertificate(visit, notes);
    return null;
  }
  if (protocol === 'none') {
    await checkPlainPort(visit);
    return null;
  }
  const answer = probe(visit);
  const late = wait(visit.options.timeout / 2, null, { ref: false });
  const early = await Promise.race([answer, late]);
  if (early === null) return { answer };
  const isError = early instanceof QueryServerError;
  const failure = isError ? early : explainReply(early);
  if (failure.stage === 'encryption') throw failure;
  // Some encrypted ports close the connection instead of sending an alert, and others explain it in HTTP.
  if (isError || early.status === 400) await checkPlainPort(visit);
  return { answer };
}

/**
 * Reads the certificate on a connection that sends nothing, then verifies it on another one.
 * @throws {QueryServerError}
 */
async function checkCertificate(visit: CheckVisit, notes: StageNotes): Promise<void> {
  const { address, options, signal } = visit;
  const socket = await visit.openSocket();
  const trust =
    options.ca === undefined
      ? { secureContext: (bundled ??= createSecureContext({ ca: [...rootCertificates] })) }
      : { ca: options.ca };
  const unverified = await encrypt(socket, address.host, { ...trust, rejectUnauthorized: false }, signal);
  const isTrusted = unverified.authorized;
  const certificate = unverified.getPeerX509Certificate();
  const protocol = unverified.getProtocol();
  unverified.on('error', () => undefined).destroy();
  if (protocol !== null) notes.facts.encryption = protocol;
  if (certificate !== undefined) notes.facts.certificate = readCertificate(certificate);

  const verified = await openConnection({ ...address, isEncrypted: true }, options, signal);
  verified.on('error', () => undefined).destroy();
  if ((notes.facts.certificate?.daysLeft ?? soon) < soon) notes.warnings.push('certificateExpiresSoon');
  if (!isTrusted) notes.warnings.push('certificateTrustedOnlyHere');
}

/**
 * Refuses a port that expects encryption although it is off.
 * @throws {QueryServerError} `portEncrypted`
 */
async function checkPlainPort(visit: CheckVisit): Promise<void> {
  const late = AbortSignal.any([visit.signal, AbortSignal.timeout(helloTimeout)]);
  const socket = await visit.openSocket(late);
  const isEncrypted = await encrypt(socket, visit.address.host, { rejectUnauthorized: false }, late).then(
    (encrypted) => {
      encrypted.on('error', () => undefined).destroy();
      return true;
    },
    () => false,
  );
  if (isEncrypted) throw new QueryServerError('encryption', 'portEncrypted');
}
