import { connectionStringOf } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const mariadb = describeDatabase({
  slug: 'maria-db',
  name: 'MariaDB',
  id: '3000eb99-cd47-43f3-827c-43caf170f015',
  address: null,
  reach: { usualPort: 3306 },
  hint: 'MariaDB grants access by user and host. The user must be allowed to connect from any host, or from Adobe’s addresses.',
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
