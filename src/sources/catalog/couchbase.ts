import { connectionString } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const couchbase = describeDatabase({
  slug: 'couchbase',
  name: 'Couchbase',
  id: '1fe283f6-9bec-11ea-bb37-0242ac130002',
  address: null,
  reach: {},
  hint: 'The user needs a role that can read the buckets, such as Query Select.',
  remarks: ['beta', 'unlisted'],
  authMethods: [
    {
      specName: 'Connection String Based Authentication',
      label: 'Connection string',
      params: [
        connectionString(
          'Server=<server>; Port=<port>;AuthMech=1;CredString=[{"user": "<user>", "pass":"<password>"}];',
        ),
      ],
    },
  ],
});
