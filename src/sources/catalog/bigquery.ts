import { describeDatabase } from './describe-database.ts';
import { optional, secret, text } from './params.ts';

export const bigquery = describeDatabase({
  slug: 'google-big-query',
  name: 'Google BigQuery',
  shortName: 'BigQuery',
  id: '3c9b37f8-13a6-43d8-bad3-b863b941fedd',
  address: null,
  reach: null,
  hint: 'A refresh token expires when consent is withdrawn, or after seven days while the consent screen is in testing.',
  remarks: ['ultimate', 'consent'],
  authMethods: [
    {
      specName: 'Basic Authentication',
      label: 'Basic authentication',
      params: [
        text('project', {
          label: 'Project',
          help: 'For example sales-warehouse-1234',
          whereToFind: 'In the Google Cloud console, open the project and copy its ID.',
          example: 'sales-warehouse-1234',
        }),
        text('clientId', {
          label: 'Client ID',
          help: 'The ID of the OAuth client in Google Cloud.',
          whereToFind: 'In the Google Cloud console, open Credentials and choose the OAuth client.',
          example: '1234567890-abc.apps.googleusercontent.com',
        }),
        secret('clientSecret', {
          label: 'Client secret',
          help: 'The secret of the same OAuth client.',
          whereToFind: 'In the Google Cloud console, open Credentials and choose the OAuth client.',
        }),
        secret('refreshToken', {
          label: 'Refresh token',
          help: 'Google issues it after you give consent.',
          whereToFind:
            'Authorize the OAuth client for BigQuery with offline access, for example in Google’s OAuth playground.',
        }),
        optional(
          text('largeResultsDataSetId', {
            label: 'Dataset for large results',
            help: 'The ID of a dataset for temporary tables.',
            whereToFind: 'Create an empty dataset in BigQuery for results that exceed its limit.',
            example: 'aep_large_results',
          }),
        ),
      ],
    },
  ],
});
