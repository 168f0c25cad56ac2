import { connectionString } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const postgresql = describeDatabase({
  slug: 'postgre-sql',
  name: 'PostgreSQL',
  id: '74a1c565-4e59-48d7-9d67-7c03b8a13137',
  address: null,
  reach: { usualPort: 5432 },
  hint: 'The file pg_hba.conf of the server must allow this user from Adobe’s addresses.',
  remarks: [],
  authMethods: [
    {
      specName: 'Connection String Based Authentication',
      label: 'Connection string',
      params: [
        connectionString(
          'Server=<server>;Database=<database>;Port=<port>;UID=<user>;Password=<password>;EncryptionMethod=1;ValidateServerCertificate=1',
        ),
      ],
    },
  ],
});
