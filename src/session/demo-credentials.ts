import { type DemoCredentials, demoCredentials } from '../flow-service/schemas/environment.ts';

/** Gets credentials that the local Flow Service accepts. Adobe has no such endpoint. */
export async function fetchDemoCredentials(): Promise<DemoCredentials> {
  const response = await fetch('/api/local/demo-credentials', { method: 'POST' });
  if (!response.ok) throw new Error(`POST /api/local/demo-credentials responded with ${response.status}.`);
  return demoCredentials.parse(await response.json());
}
