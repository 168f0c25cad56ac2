import { describeDatabase } from './describe-database.ts';
import { database, optional, password, schema, text, username } from './params.ts';

export const snowflakeStreaming = describeDatabase({
  slug: 'snowflake-streaming',
  name: 'Snowflake Streaming',
  id: '51ae16c2-bdad-42fd-9fce-8d5dfddaf140',
  address: 'account',
  reach: { usualPort: 443, domain: '.snowflakecomputing.com', startsEncrypted: true },
  hint: 'A network policy must allow Adobe’s addresses. The role of the user needs permission to use the warehouse.',
  remarks: ['ultimate'],
  authMethods: [
    {
      specName: 'Basic Authentication for Snowflake',
      label: 'Basic authentication',
      params: [
        text('account', {
          label: 'Account',
          help: 'For example myorg-sales',
          whereToFind: 'In Snowsight, open the account menu and copy the account identifier.',
          example: 'myorg-sales',
        }),
        database('SALES'),
        text('warehouse', {
          label: 'Warehouse',
          help: 'For example AEP_WH',
          whereToFind: 'In Snowsight, open Admin, then Warehouses.',
          example: 'AEP_WH',
        }),
        username,
        password,
        optional(schema('In Snowsight, open Data and choose the database.', 'PUBLIC')),
        optional(
          text('role', {
            label: 'Role',
            help: 'Leave empty to use the default role of the user.',
            whereToFind: 'In Snowsight, open Admin, then Roles.',
            example: 'AEP_READER',
          }),
        ),
      ],
    },
  ],
});
