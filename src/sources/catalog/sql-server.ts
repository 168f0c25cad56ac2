import { connectionStringOf } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const sqlServer = describeDatabase({
  slug: 'sql-server',
  name: 'Microsoft SQL Server',
  shortName: 'SQL Server',
  id: '1f372ff9-38a4-4492-96f5-b9a4e4bd00ec',
  address: null,
  reach: { usualPort: 1433 },
  hint: 'The server must allow SQL Server authentication, not only Windows authentication.',
  remarks: [],
  authMethods: [
    {
      specName: 'Connection String Based Authentication',
      label: 'Connection string',
      params: [
        connectionStringOf({
          order: ['server', 'database', 'Integrated Security=False', 'user', 'password'],
          keys: { server: 'Data Source', database: 'Initial Catalog', user: 'User ID', password: 'Password' },
          isClosed: true,
        }),
      ],
    },
  ],
});
