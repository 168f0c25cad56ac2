import { connectionStringOf } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';
import { database, password, port, schema, server, text, username } from './params.ts';

export const oracle = describeDatabase({
  slug: 'oracle',
  name: 'Oracle',
  id: 'd6b52d86-f0f8-475f-89d4-ce54c8527328',
  address: 'server',
  reach: { usualPort: 1521 },
  hint: 'The user needs the CREATE SESSION privilege. Passwords are case-sensitive.',
  remarks: [],
  authMethods: [
    {
      specName: 'ConnectionString',
      label: 'Connection string',
      description: 'For Experience Platform on Azure.',
      params: [
        connectionStringOf({
          order: ['server', 'port', 'database', 'user', 'password'],
          keys: { server: 'Host', port: 'Port', database: 'Sid', user: 'UserId', password: 'Password' },
        }),
      ],
    },
    {
      specName: 'Basic Authentication',
      label: 'Basic authentication',
      description: 'For Experience Platform on AWS.',
      params: [
        server('server', 'oracle.example.com'),
        port('1521', true),
        database('ORCL'),
        username,
        password,
        schema('The schema that owns the tables. In Oracle, it often has the name of a user.', 'SALES'),
        text('sslMode', {
          label: 'SSL mode',
          help: 'For example require',
          whereToFind: 'Ask the administrator of the database whether connections are encrypted.',
          example: 'require',
        }),
      ],
    },
  ],
});
