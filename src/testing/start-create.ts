import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { exampleParams } from '../sources/example-params.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { type Attempt, toTarget } from '../create/attempt.ts';
import { createOnce } from '../create/create-once.ts';
import { type SearchDependencies, findCreated } from '../create/find-created.ts';
import type { EmulatorFixture } from './emulator-fixture.ts';

/** A wizard with a local service whose time advances whenever the wizard waits. */
export function startCreate(fixture: EmulatorFixture, host: string) {
  const filters = [`connectionSpec.id==${phoenix.connectionSpec.id}`];
  const list = async (signal?: AbortSignal) =>
    (await fixture.client.listConnections('prod', { filters, limit: 100 }, signal)).connections;
  let waited = 0;
  let sent = 0;
  const stop = new AbortController();
  const scope = { sandbox: 'prod', organizationId: fixture.credentials.organizationId };
  const clientId = fixture.credentials.apiKey;
  let attempt: Attempt | null = null;
  const request = {
    name: 'Phoenix db',
    auth: {
      specName: phoenix.authMethod.specName,
      params: { ...exampleParams(phoenix), host },
    },
    connectionSpec: phoenix.connectionSpec,
  };
  const dependencies = {
    createKey: async () => 'nonce.uuid' as const,
    list,
    signal: new AbortController().signal,
    preparePage: async () => undefined,
    create: (body: ConnectionRequest) => {
      sent += 1;
      return fixture.client.createConnection('prod', body);
    },
    now: fixture.now,
  };
  const search: { -readonly [Name in keyof SearchDependencies]: SearchDependencies[Name] } = {
    readAnswer: async () => ({ kind: 'unknown' }),
    random: () => 0.5,
    list,
    wait: async (milliseconds: number) => {
      waited += milliseconds;
      fixture.pass(milliseconds);
    },
    now: fixture.now,
  };
  return {
    fixture,
    list,
    dependencies,
    search,
    stop,
    waited: () => waited,
    sent: () => sent,
    attempt: () => attempt,
    create: () =>
      createOnce(
        request,
        { ...scope, target: toTarget(phoenix, request), clientId, earlier: attempt },
        {
          ...dependencies,
          onSend: (latest) => {
            attempt = latest;
          },
        },
      ),
    look: async () => (attempt === null ? null : findCreated(attempt, search, stop.signal)),
  };
}
