import { sourceConnectionEndpoint } from '../../../src/flow-service/schemas/source-connection.ts';
import { environment } from '../../../src/flow-service/schemas/environment.ts';
import { toWireRequest } from '../../../src/flow-service/wire-request.ts';
import type { Given } from '../wizard/connections.ts';
import { appPort } from './ports.ts';

/** What another user makes of a connection, at the local Flow Service itself: the app creates neither. */

/** Creates a source connection of a table. Returns its ID. */
export async function addSourceConnection({ caller, id, service }: Given, name: string): Promise<string> {
  const { connectionSpec } = await service.getConnection(caller.sandbox, id);
  const target = { baseUrl: `${await readServiceOrigin()}/data/foundation`, credentials: caller };
  const { url, ...init } = toWireRequest(target, sourceConnectionEndpoint, {
    sandbox: caller.sandbox,
    body: {
      name,
      baseConnectionId: id,
      data: { format: 'tabular' },
      params: { tableName: name, columns: [] },
      connectionSpec,
    },
  });
  return readId(await fetch(url, init));
}

/** Creates a dataflow of a new source connection. */
export async function addDataflow(given: Given, name: string): Promise<void> {
  const { organizationId, sandbox } = given.caller;
  const flow = {
    name,
    state: 'enabled',
    createdAt: Date.now(),
    sourceConnectionIds: [await addSourceConnection(given, `Source of ${name}`)],
    scheduleParams: { startTime: Math.floor(Date.now() / 1000), frequency: 'day', interval: 1 },
    lastRunDetails: null,
  };
  const response = await fetch(`${await readServiceOrigin()}/local/flows`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ organizationId, sandbox, flow }),
  });
  await readId(response);
}

async function readServiceOrigin(): Promise<string> {
  const response = await fetch(`http://localhost:${appPort}/api/environment`);
  return `http://${environment.parse(await response.json()).gatewayHost}`;
}

async function readId(response: Response): Promise<string> {
  const body: unknown = await response.json();
  const id: unknown = Reflect.get(Object(body), 'id');
  if (!response.ok || typeof id !== 'string') {
    throw new Error(`The local service answered ${response.status}: ${JSON.stringify(body)}`);
  }
  return id;
}
