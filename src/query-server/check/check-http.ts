import { randomUUID } from 'node:crypto';
import type { Reply } from '../http-transport.ts';
import { QueryServerError } from '../query-server-error.ts';
import { explainReply } from '../read-reply.ts';
import { readMessage } from '../wire-message.ts';
import type { CheckVisit } from './check-visit.ts';
import type { StageNotes } from './run-stage.ts';

/**
 * A request without content. A query server rejects it before it asks HBase, and opens no connection for it, but a
 * gateway in front of it checks the path and the credentials first.
 */
const nothing = new Uint8Array();

/** The answer to {@link nothing}, or the error. */
export type Probe = Reply | QueryServerError;

/** Sends the request without credentials. */
export function probe({ transport }: CheckVisit): Promise<Probe> {
  return transport.post(nothing, { credentials: null }).catch((error: unknown) => {
    if (error instanceof QueryServerError) return error;
    throw error;
  });
}

/** The answers of the server without and with credentials. */
export interface Answers {
  readonly bare: Reply;
  /** null: not sent yet. */
  readonly signed: Reply | null;
}

/**
 * Checks that the path exists. A gateway checks the credentials before the path, so they are sent if it asks for them.
 * @throws {QueryServerError}
 */
export async function checkPath(visit: CheckVisit, bare: Probe, notes: StageNotes): Promise<Answers> {
  if (bare instanceof QueryServerError) throw bare;
  const { credentials } = visit.address;
  const isBasic = isSignInNeeded(bare) && ['', 'basic'].includes(bare.authentication);
  const signed = isBasic && credentials !== null ? await visit.transport.post(nothing) : null;
  const judged = signed ?? bare;
  const failure = explainReply(judged);
  if (failure.stage === 'httpPath' || failure.reason === 'redirectedToHttps') throw failure;
  if (isSignInNeeded(judged)) {
    notes.facts.status = judged.status;
    notes.state = 'notTestable';
  } else if (isQueryServer(judged)) {
    const other = { path: `/${randomUUID()}`, ...(signed === null && { credentials: null }) };
    const { status } = await visit.transport.post(nothing, other);
    if (status === judged.status) notes.warnings.push('pathNotChecked');
  }
  return { bare, signed };
}

/**
 * Checks the credentials. They are not testable if the server asks for them and there are none. They are not sent to a
 * server whose answer shows that it is no query server.
 * @throws {QueryServerError}
 */
export async function checkSignIn(
  visit: CheckVisit,
  { bare, signed }: Answers,
  notes: StageNotes,
): Promise<QueryServerError | null> {
  const isAsked = isSignInNeeded(bare);
  if (!isAsked && !isQueryServer(bare) && explainReply(bare).reason !== 'otherSerialization') {
    notes.facts.status = bare.status;
    notes.state = 'notTestable';
    return explainReply(bare);
  }
  const reply =
    signed ?? (visit.address.credentials === null || isAsked ? bare : await visit.transport.post(nothing));
  if (!isSignInNeeded(reply)) {
    if (!isAsked) notes.warnings.push('credentialsNotChecked');
    return null;
  }
  const failure = explainReply(reply);
  const isHopeless = failure.reason === 'kerberosRequired' || failure.reason === 'basicNotOffered';
  if (visit.address.credentials !== null || isHopeless) throw failure;
  notes.facts.status = reply.status;
  notes.state = 'notTestable';
  return null;
}

function isSignInNeeded({ status }: Reply): boolean {
  return status === 401 || status === 403;
}

function isQueryServer({ body }: Reply): boolean {
  return readMessage(body)?.name === 'ErrorResponse';
}
