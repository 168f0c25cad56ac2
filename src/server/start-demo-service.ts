import { gatewayBasePath } from '../flow-service/endpoints.ts';
import { createProgramClient } from '../flow-service/program-client.ts';
import {
  type SourceConnectionRequest,
  sourceConnectionEndpoint,
} from '../flow-service/schemas/source-connection.ts';
import { toWireRequest } from '../flow-service/wire-request.ts';
import { demoConnections } from '../emulator/connections/demo-connections.ts';
import { newDemoCredentials } from '../emulator/tokens/new-demo-credentials.ts';
import { type DemoFlow, demoFlows, demoSource } from '../emulator/usage/demo-usage.ts';
import type { NewFlow } from '../emulator/usage/stored-usage.ts';
import type { DialPolicy } from '../query-server/dial/dial-policy.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The local Flow Service, with connections and dataflows that were created over the last months. */
export async function startDemoService(policy: DialPolicy, ownPorts: number[]): Promise<RunningEmulator> {
  let daysAgo = 0;
  const now = () => Date.now() - daysAgo * day;
  const service = await startEmulator({ host: '127.0.0.1', port: 0, policy, ownPorts, now });
  const baseUrl = `${service.url}${gatewayBasePath}`;
  const signIn = () => newDemoCredentials(now(), () => crypto.randomUUID());
  const ids = new Map<string, string>();

  for (const { request, sandbox, ...connection } of demoConnections) {
    ({ daysAgo } = connection);
    const client = createProgramClient({ baseUrl, credentials: signIn(), fetch });
    const { id } = await client.createConnection(sandbox, request);
    ids.set(request.name, id);
  }
  const createSource = async (name: string, table: string): Promise<string> => {
    const connection = demoConnections.find(({ request }) => request.name === name);
    if (connection === undefined) throw new Error(`The demo has no connection ${name}.`);
    const body: SourceConnectionRequest = {
      name: table,
      baseConnectionId: ids.get(name) ?? '',
      data: { format: 'tabular' },
      params: { tableName: table, columns: [] },
      connectionSpec: connection.request.connectionSpec,
    };
    const { sandbox } = connection;
    const target = { baseUrl, credentials: signIn() };
    const { url, ...init } = toWireRequest(target, sourceConnectionEndpoint, { sandbox, body });
    return readId(await fetch(url, init));
  };
  for (const flow of demoFlows) {
    ({ daysAgo } = flow);
    const source = await createSource(flow.connection, flow.table);
    const { organizationId, sandbox } = signIn();
    const response = await fetch(`${service.url}/local/flows`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ organizationId, sandbox, flow: toNewFlow(flow, source, now()) }),
    });
    await readId(response);
  }
  daysAgo = 1;
  await createSource(demoSource.connection, demoSource.table);
  daysAgo = 0;
  return service;
}

/** `createdAt` is in epoch milliseconds. */
function toNewFlow(flow: DemoFlow, sourceConnectionId: string, createdAt: number): NewFlow {
  const { name, state, frequency, interval, lastRun } = flow;
  const ranAt = lastRun === null ? 0 : Math.round(Date.now() - lastRun.hoursAgo * hour);
  return {
    name,
    state,
    createdAt,
    sourceConnectionIds: [sourceConnectionId],
    // Flow Service counts the start in seconds (OAS-S).
    scheduleParams: { startTime: Math.floor(createdAt / 1000), frequency, interval },
    lastRunDetails: lastRun && { state: lastRun.state, startedAtUTC: ranAt, completedAtUTC: ranAt },
  };
}

async function readId(response: Response): Promise<string> {
  const answer: unknown = await response.json();
  if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string') {
    return answer.id;
  }
  throw new Error(`The demo could not be prepared: ${JSON.stringify(answer)}`);
}
