import type { ProgramClient } from '../flow-service/program-client.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { createEmulatorFixture, phoenixRequest } from './emulator-fixture.ts';
import { type ScenarioName, scenarios } from '../emulator/scenarios/scenarios.ts';

/** A client in a scenario, and the values for the form. */
interface Caught {
  readonly client: ProgramClient;
  readonly sandbox: string;
  readonly host: string;
}

function reachedBy(name: ScenarioName) {
  const { field, value } = scenarios.find((scenario) => scenario.name === name)?.reachedBy ?? {};
  return { field, value: value ?? '' };
}

/** A user who entered the value that selects a scenario. All other values are valid. */
export function typed(name: ScenarioName) {
  const fixture = createEmulatorFixture();
  const { field, value } = reachedBy(name);
  const client = fixture.clientAs({
    ...(field === 'API key' && { apiKey: value }),
    ...(field === 'Organization ID' && { organizationId: value }),
    ...(field === 'Access token' && { accessToken: value }),
  });
  return {
    ...fixture,
    client,
    sandbox: field === 'Sandbox' ? value : 'prod',
    host: field === 'Host' ? value : 'mycluster.azurehdinsight.net',
  };
}

/** A user who entered valid values, while a scenario is active for all requests. */
export async function switchedOn(name: ScenarioName) {
  const fixture = createEmulatorFixture();
  await fixture.switchOn(name);
  return { ...fixture, sandbox: 'prod', host: 'mycluster.azurehdinsight.net' };
}

export const create = ({ client, sandbox, host }: Caught) =>
  client.createConnection(sandbox, phoenixRequest({ host }));
export const list = ({ client, sandbox }: Caught) => client.listConnections(sandbox, {});
export const listSandboxes = ({ client }: Caught) => client.listSandboxes();
export const getSpec = ({ client, sandbox }: Caught) =>
  client.getConnectionSpec(sandbox, phoenix.connectionSpec.id);
const createAnd =
  (act: (client: ProgramClient, id: string, etag: string) => Promise<unknown>) => async (caught: Caught) => {
    const { id, etag } = await create(caught);
    return act(caught.client, id, etag);
  };
export const testNew = createAnd((client, id) => client.testConnection('prod', id));
export const deleteNew = createAnd((client, id) => client.deleteConnection('prod', id));
export const renameNew = createAnd((client, id, etag) =>
  client.updateConnection('prod', id, etag, [{ op: 'replace', path: '/name', value: 'New' }]),
);
