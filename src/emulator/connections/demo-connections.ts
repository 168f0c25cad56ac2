import type { ConnectionRequest } from '../../flow-service/connection-request.ts';
import { exampleParams } from '../../sources/example-params.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';

interface DemoConnection {
  readonly daysAgo: number;
  readonly sandbox: string;
  readonly request: ConnectionRequest;
}

const onHdInsight = { port: 443, httpPath: '/hbasephoenix0', enableSsl: true, username: 'admin' };

/** The connections in a retailer's sandboxes at the start of the demo, oldest first. */
export const demoConnections: readonly DemoConnection[] = [
  made(212, 'prod', 'Phoenix retail-core', 'Customers, orders and stores, refreshed every night', {
    host: 'retail-core.azurehdinsight.net',
    ...onHdInsight,
  }),
  made(143, 'prod', 'Phoenix clickstream', 'Page views of web shop visitors', {
    host: 'clickstream.azurehdinsight.net',
    ...onHdInsight,
  }),
  made(65, 'prod', 'Phoenix stock levels', 'Warehouse stock, from a query server in the data center', {
    host: 'phoenix.warehouse.example',
    port: 8765,
    httpPath: '/',
    enableSsl: false,
    username: 'aep_reader',
  }),
  made(20, 'dev', 'Phoenix retail-test', 'Copy of retail-core for testing', {
    host: 'retail-test.azurehdinsight.net',
    ...onHdInsight,
  }),
  made(6, 'prod', 'Phoenix loyalty', 'Loyalty program accounts and points', {
    host: 'loyalty.azurehdinsight.net',
    ...onHdInsight,
    username: 'aep_reader',
  }),
];

function made(
  daysAgo: number,
  sandbox: string,
  name: string,
  description: string,
  params: Readonly<Record<string, string | number | boolean>>,
): DemoConnection {
  return {
    daysAgo,
    sandbox,
    request: {
      name,
      description,
      auth: {
        specName: phoenix.authMethod.specName,
        params: { ...exampleParams(phoenix), ...params, password: 'sample password' },
      },
      connectionSpec: phoenix.connectionSpec,
    },
  };
}
