import { connectionString } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const tableStorage = describeDatabase({
  slug: 'azure-table-storage',
  name: 'Azure Table Storage',
  shortName: 'Table Storage',
  id: 'ecde33f2-c56f-46cc-bdea-ad151c16cd69',
  address: null,
  reach: { usualPort: 443, startsEncrypted: true },
  hint: 'The account key changes when it is rotated. Copy it again from the access keys of the storage account.',
  remarks: ['beta'],
  authMethods: [
    {
      specName: 'Connection String Based Authentication',
      label: 'Connection string',
      params: [
        connectionString(
          'DefaultEndpointsProtocol=https;AccountName=<account>;AccountKey=<key>',
          'the account and its key',
        ),
      ],
    },
  ],
});
