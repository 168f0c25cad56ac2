import { gatewayBasePath } from '../flow-service/endpoints.ts';
import { createProgramClient } from '../flow-service/program-client.ts';
import { demoConnections } from '../emulator/connections/demo-connections.ts';
import { newDemoCredentials } from '../emulator/tokens/new-demo-credentials.ts';
import type { DialPolicy } from '../query-server/dial/dial-policy.ts';
import { type RunningEmulator, startEmulator } from './start-emulator.ts';

const day = 86_400_000;

/** The local Flow Service, with connections that were created over the last months. */
export async function startDemoService(policy: DialPolicy, ownPorts: number[]): Promise<RunningEmulator> {
  let daysAgo = 0;
  const now = () => Date.now() - daysAgo * day;
  const service = await startEmulator({ host: '127.0.0.1', port: 0, policy, ownPorts, now });
  for (const { request, sandbox, ...connection } of demoConnections) {
    ({ daysAgo } = connection);
    const { sandbox: _, ...credentials } = newDemoCredentials(now(), () => crypto.randomUUID());
    const client = createProgramClient({
      baseUrl: `${service.url}${gatewayBasePath}`,
      credentials,
      fetch,
    });
    await client.createConnection(sandbox, request);
  }
  daysAgo = 0;
  return service;
}
