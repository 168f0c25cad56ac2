import { createProgramClient } from '../flow-service/program-client.ts';
import { demoCredentials } from '../flow-service/schemas/environment.ts';
import { phoenixRequest } from './emulator-fixture.ts';

/**
 * For tests: creates a connection to a port of this computer and tests it, through the local service or a proxy in
 * front of it.
 */
export async function openDatabase(
  { baseUrl, localUrl }: { readonly baseUrl: string; readonly localUrl: string },
  port: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const answer = await fetch(`${localUrl}/demo-credentials`, { method: 'POST' });
  const credentials = demoCredentials.parse(await answer.json());
  const client = createProgramClient({ baseUrl, fetch, credentials });
  const params = { host: '127.0.0.1', port, httpPath: '/', enableSsl: false };
  const { id } = await client.createConnection('prod', phoenixRequest(params));
  return client.testConnection('prod', id, signal);
}
