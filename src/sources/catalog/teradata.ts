import { connectionStringOf } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const teradata = describeDatabase({
  slug: 'teradata-vantage',
  name: 'Teradata Vantage',
  shortName: 'Teradata',
  id: '2fa8af9c-2d1a-43ea-a253-f00a00c74412',
  address: null,
  reach: { usualPort: 1025 },
  hint: 'The user must sign in with the TD2 mechanism. Check that another program can sign in with these credentials.',
  remarks: ['beta'],
  authMethods: [
    {
      specName: 'ConnectionString',
      label: 'Connection string',
      params: [
        connectionStringOf({
          order: ['server', 'user', 'password'],
          keys: { server: 'DBCName', user: 'Uid', password: 'Pwd' },
        }),
      ],
    },
  ],
});
