import { describeDatabase } from './describe-database.ts';
import { database, servicePrincipal, text } from './params.ts';

export const dataExplorer = describeDatabase({
  slug: 'azure-data-explorer',
  name: 'Azure Data Explorer',
  shortName: 'Data Explorer',
  id: '0479cc14-7651-4354-b233-7480606c2ac3',
  address: 'endpoint',
  reach: { usualPort: 443, startsEncrypted: true },
  hint: 'The client secret of the service principal must not have expired. The principal needs the Viewer role in the database.',
  remarks: ['beta'],
  authMethods: [
    {
      specName: 'Service Principal Based Authentication',
      label: 'Service principal',
      params: [
        text('endpoint', {
          label: 'Endpoint',
          help: 'For example https://mycluster.westeurope.kusto.windows.net',
          whereToFind: 'In the Azure portal, open the cluster and copy its URI.',
          example: 'https://mycluster.westeurope.kusto.windows.net',
        }),
        database('sales'),
        ...servicePrincipal,
      ],
    },
  ],
});
