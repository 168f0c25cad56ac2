import { type Connection, connection } from '../flow-service/schemas/connection.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import type { Attempt } from '../create/attempt.ts';

const target = { host: 'db.example', port: '8765', httpPath: '/', username: 'admin', enableSsl: 'false' };

/** An attempt to create “Phoenix db”. */
export function attemptOf(change: Partial<Attempt>): Attempt {
  return {
    sandbox: 'prod',
    organizationId: 'A',
    key: 'nonce.uuid',
    name: 'Phoenix db',
    specId: phoenix.connectionSpec.id,
    target,
    clientId: 'client',
    knownIds: [],
    startedAt: 1_000_000,
    ...change,
  };
}

type Change = Partial<Connection> & { readonly params?: Readonly<Record<string, unknown>> };

/** The created connection as the service shows it, half a minute after the attempt. */
export function heldConnection({
  params,
  ...change
}: { readonly [Name in keyof Change]: Change[Name] | undefined }) {
  const allParams = { ...target, port: 8765, enableSsl: false, password: '••••', ...params };
  const known = Object.entries(allParams).filter(([, value]) => value !== undefined);
  const held = {
    id: 'new',
    name: 'Phoenix db',
    etag: '"1"',
    connectionSpec: phoenix.connectionSpec,
    auth: { params: Object.fromEntries(known) },
    createdAt: 1_030_000,
    createdClient: 'client',
    ...change,
  };
  // A field that is changed to undefined is left out, as a service does.
  const shown = Object.entries(held).filter(([, value]) => value !== undefined);
  return connection.parse(Object.fromEntries(shown));
}
