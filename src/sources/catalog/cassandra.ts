import { describeDatabase } from './describe-database.ts';
import { optional, password, port, server, username } from './params.ts';

export const cassandra = describeDatabase({
  slug: 'cassandra',
  name: 'Apache Cassandra',
  shortName: 'Cassandra',
  id: 'a8f4d393-1a6b-43f3-931f-91a16ed857f4',
  address: 'host',
  reach: { usualPort: 9042 },
  hint: 'Check that cqlsh can sign in with these credentials from another computer.',
  remarks: ['unlisted'],
  authMethods: [
    {
      specName: 'Basic Authentication',
      label: 'Basic authentication',
      params: [server('host', 'cassandra.example.com'), optional(port('9042', true)), username, password],
    },
  ],
});
