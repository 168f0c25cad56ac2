import { connectionStringOf } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const greenplum = describeDatabase({
  slug: 'greenplum',
  name: 'Greenplum',
  id: '37b6bf40-d318-4655-90be-5cd6f65d334b',
  address: null,
  reach: { usualPort: 5432 },
  hint: 'The file pg_hba.conf of the coordinator must allow this user from Adobe’s addresses.',
  remarks: ['beta'],
  authMethods: [
    {
      specName: 'Basic Authentication',
      label: 'Connection string',
      params: [
        connectionStringOf({
          order: ['server', 'port', 'database', 'user', 'password'],
          keys: { server: 'HOST', port: 'PORT', database: 'DB', user: 'UID', password: 'PWD' },
        }),
      ],
    },
  ],
});
