import { connectionString } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';
import { database, server, servicePrincipal } from './params.ts';

export const synapse = describeDatabase({
  slug: 'azure-synapse-analytics',
  name: 'Azure Synapse Analytics',
  shortName: 'Synapse',
  id: 'a49bcc7d-8038-43af-b1e4-5a7a089a7d79',
  address: 'server',
  reach: { usualPort: 1433 },
  hint: 'The user or service principal needs a login in the database. An Azure firewall must allow Adobe’s addresses.',
  remarks: ['ultimate'],
  authMethods: [
    {
      specName: 'Connection String Based Authentication',
      label: 'Connection string',
      description: 'Contains all values.',
      params: [
        connectionString(
          'Server=tcp:<server>.database.windows.net,1433;Database=<database>;User ID=<user>@<server>;Password=<password>;Trusted_Connection=False;Encrypt=True;Connection Timeout=30',
        ),
      ],
    },
    {
      specName: 'Service Principal Key Based Authentication',
      label: 'Service principal',
      description: 'Signs in with a Microsoft Entra ID application.',
      params: [server('server', 'myworkspace.sql.azuresynapse.net'), database('sales'), ...servicePrincipal],
    },
  ],
});
