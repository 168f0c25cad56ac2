import type { Connection } from '../flow-service/connection.ts';
import { Facts } from '../ui/Facts.tsx';

/** What the service says of a connection. What it shows of a secret is undocumented, so secrets are never shown. */
export function ConnectionFacts({ connection }: { readonly connection: Connection }) {
  const { auth, connectionSpec, createdAt, createdBy, etag, sandboxName, state } = connection;
  const { host, port, httpPath, username, enableSsl } = auth?.params ?? {};
  const facts = [
    ['ETag', etag],
    ['Sandbox', sandboxName],
    ['State', state],
    ['Host', host],
    ['Port', port],
    ['HTTP path', httpPath],
    ['Username', username],
    ['Enable SSL', typeof enableSsl === 'boolean' ? (enableSsl ? 'On' : 'Off') : undefined],
    ['Created', createdAt === undefined ? undefined : new Date(createdAt).toLocaleString()],
    ['Created by', createdBy],
    ['Connection spec', connectionSpec.id],
  ] as const;
  return (
    <Facts
      facts={facts.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value: show(value) }]))}
    />
  );
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
