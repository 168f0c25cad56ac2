import { connectionStringOf } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const mysql = describeDatabase({
  slug: 'mysql',
  name: 'MySQL',
  id: '26d738e0-8963-47ea-aadf-c60de735468a',
  address: null,
  reach: { usualPort: 3306 },
  hint: 'MySQL grants access by user and host. The user must be allowed to connect from any host, or from Adobe’s addresses.',
  remarks: [],
  authMethods: [
    {
      specName: 'Connection String Based Authentication',
      label: 'Connection string',
      params: [
        connectionStringOf({
          order: ['server', 'port', 'database', 'user', 'password'],
          keys: { server: 'Server', port: 'Port', database: 'Database', user: 'UID', password: 'PWD' },
        }),
      ],
    },
  ],
});
