import { describeDatabase } from './describe-database.ts';
import { database, password, server, username } from './params.ts';

export const db2 = describeDatabase({
  slug: 'ibm-db2',
  name: 'IBM DB2',
  shortName: 'DB2',
  id: '09182899-b429-40c9-a15a-bf3ddbc8ced7',
  address: 'server',
  reach: { usualPort: 50_000 },
  hint: 'The user must exist in the operating system or directory of the server. Check that another program can sign in with it.',
  remarks: ['beta'],
  authMethods: [
    {
      specName: 'Basic Authentication',
      label: 'Basic authentication',
      params: [server('server', 'db2.example.com:50000'), database('SALES'), username, password],
    },
  ],
});
