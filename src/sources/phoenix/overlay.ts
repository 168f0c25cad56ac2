import type { Overlay } from '../overlay.ts';
import { advisePhoenix, fixPhoenixCheck } from './advice.ts';
import { explainPhoenixFailure } from './explain-failure.ts';
import { readAddress } from './read-address.ts';
import { readClusterDocument } from './read-cluster-document.ts';
import { isConnectProperty } from './read-thin-url.ts';
import { readWarning } from './read-warning.ts';

export const phoenixOverlay: Overlay = {
  advise: advisePhoenix,
  fixCheck: fixPhoenixCheck,
  checks: [
    {
      params: ['host', 'port'],
      advice:
        'The host and port must belong to the query server, not to ZooKeeper. The port is 443 on Azure HDInsight and 8765 on a standalone query server.',
    },
    {
      params: ['httpPath'],
      advice:
        'On Azure HDInsight, the path ends with a node number, such as /hbasephoenix0. A standalone query server uses /.',
    },
    {
      params: ['enableSsl'],
      advice:
        'SSL must be on for Azure HDInsight. The certificate must be from a public certificate authority. Self-signed certificates are not supported by Adobe.',
    },
    {
      params: ['username', 'password'],
      advice:
        'Check that another program can sign in with these credentials. On Azure HDInsight, use the cluster login, not the SSH user.',
    },
  ],
  addressName: 'the address of a query server',
  addressForms: 'also as a JDBC URL',
  addressSettings: ['PHOENIX_URL', 'PHOENIX_JDBC_URL', 'PHOENIX_QUERY_SERVER_URL', 'PQS_URL', 'JDBC_URL'],
  isAddressProperty: isConnectProperty,
  readAddress,
  explainProvider: explainPhoenixFailure,
  readDocument: readClusterDocument,
  mention: /phoenix|avatica|(?:^|[^a-z])pqs(?:[^a-z]|$)|azurehdinsight/i,
  warn: readWarning,
  deprecation: {
    notice:
      'Adobe announced in 2025 that it will remove the Phoenix source. It may no longer be available in your organization.',
    alternative: {
      name: 'Data Landing Zone',
      description: 'export your tables to files and upload them to this cloud storage from Adobe',
      url: 'https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/data-landing-zone',
    },
  },
};
