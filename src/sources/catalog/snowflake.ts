import { connectionString } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const snowflake = describeDatabase({
  slug: 'snowflake',
  name: 'Snowflake',
  id: 'b2e08744-4f1a-40ce-af30-7abac3e23cf3',
  address: null,
  reach: { usualPort: 443, startsEncrypted: true },
  hint: 'A network policy must allow Adobe’s addresses. The user needs permission to use the warehouse.',
  remarks: ['ultimate', 'keyPair'],
  authMethods: [
    {
      specName: 'ConnectionString',
      label: 'Connection string',
      params: [
        connectionString(
          'jdbc:snowflake://<account>.snowflakecomputing.com/?user=<user>&password=<password>&db=<database>&warehouse=<warehouse>',
        ),
      ],
    },
  ],
});
