import { describeDatabase } from './describe-database.ts';
import { database, optional, secret, text } from './params.ts';

export const databricks = describeDatabase({
  slug: 'azure-databricks',
  name: 'Azure Databricks',
  shortName: 'Databricks',
  id: 'e9d7ec6b-0873-4e57-ad21-b3a7c65e310b',
  address: 'domain',
  reach: { usualPort: 443, startsEncrypted: true },
  hint: 'The access token must not have expired, and its user needs permission to attach to the cluster.',
  remarks: ['ultimate'],
  authMethods: [
    {
      specName: 'Access Token Authentication',
      label: 'Access token',
      params: [
        text('domain', {
          label: 'Domain',
          help: 'For example https://adb-1234567890123456.7.azuredatabricks.net',
          whereToFind: 'Open your Databricks workspace and copy its URL from the browser.',
          example: 'https://adb-1234567890123456.7.azuredatabricks.net',
        }),
        text('clusterId', {
          label: 'Cluster ID',
          help: 'For example 0123-456789-abcdefgh',
          whereToFind: 'In the workspace, open Compute, choose the cluster, and read its ID in the URL.',
          example: '0123-456789-abcdefgh',
        }),
        secret('accessToken', {
          label: 'Personal access token',
          help: 'A token of your Databricks workspace.',
          whereToFind: 'In the settings of your Databricks user, open Developer and generate a token.',
        }),
        database('default'),
        optional(
          text('catalog', {
            label: 'Catalog',
            help: 'For example main',
            whereToFind: 'In the workspace, open Catalog. The catalog is the level above the databases.',
            example: 'main',
          }),
        ),
      ],
    },
  ],
});
