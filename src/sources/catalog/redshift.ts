import { describeDatabase } from './describe-database.ts';
import { database, optional, password, port, schema, server, username } from './params.ts';

export const redshift = describeDatabase({
  slug: 'amazon-redshift',
  name: 'Amazon Redshift',
  shortName: 'Redshift',
  id: '3416976c-a9ca-4bba-901a-1f08f66978ff',
  address: 'server',
  reach: { usualPort: 5439 },
  hint: 'The cluster must be publicly accessible, and its security group must allow Adobe’s addresses.',
  remarks: ['ultimate'],
  authMethods: [
    {
      specName: 'Basic Authentication',
      label: 'Basic authentication',
      params: [
        server('server', 'sales.abc123.us-east-1.redshift.amazonaws.com'),
        port('5439', false),
        username,
        password,
        database('dev'),
        optional(
          schema(
            'Needed only for Experience Platform on AWS. Find it in the query editor of Redshift.',
            'public',
          ),
        ),
      ],
    },
  ],
});
