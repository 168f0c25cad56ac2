import { connectionString } from './connection-string.ts';
import { describeDatabase } from './describe-database.ts';

export const vertica = describeDatabase({
  slug: 'vertica',
  name: 'HP Vertica',
  shortName: 'Vertica',
  id: 'a8b6a1a4-5735-42b4-952c-85dce0ac38b5',
  address: null,
  reach: { usualPort: 5433 },
  hint: 'The client authentication of Vertica must allow this user from Adobe’s addresses.',
  remarks: ['beta'],
  authMethods: [
    {
      specName: 'Connection String Based Authentication',
      label: 'Connection string',
      params: [connectionString('Server=<server>;Port=<port>;Database=<database>;UID=<user>;PWD=<password>')],
    },
  ],
});
