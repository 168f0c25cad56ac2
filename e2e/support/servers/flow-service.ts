import { createProgramClient } from '../../../src/flow-service/program-client.ts';
import type { Credentials } from '../../../src/flow-service/credentials.ts';
import { type DemoCredentials, demoCredentials } from '../../../src/flow-service/schemas/environment.ts';
import { appPort } from './ports.ts';

const origin = `http://localhost:${appPort}`;

/** Gets credentials of the local service in the same way as the page. */
export async function getDemoCredentials(appOrigin = origin): Promise<DemoCredentials> {
  const response = await fetch(`${appOrigin}/api/local/demo-credentials`, { method: 'POST' });
  return demoCredentials.parse(await response.json());
}

/** Credentials of an organization that no other test uses, so that its connections belong to this test. */
export async function getOwnCredentials(): Promise<DemoCredentials> {
  const organization = crypto.randomUUID().replaceAll('-', '').slice(0, 24).toUpperCase();
  return { ...(await getDemoCredentials()), organizationId: `${organization}@AdobeOrg` };
}

/** The same for an organization with many sandboxes. */
export async function getCredentialsWithSandboxes(): Promise<DemoCredentials> {
  return { ...(await getOwnCredentials()), apiKey: 'many-sandboxes' };
}

/** Sends requests to the service through the app's proxy. */
export function askService(credentials: Credentials) {
  return askServiceAt(`${origin}/api`, credentials);
}

/** Sends requests to the service at another address. They need no credentials when that server has some. */
export function askServiceAt(baseUrl: string, credentials: Credentials | null) {
  return createProgramClient({ baseUrl, fetch: (url, init) => fetch(url, init), credentials });
}
