import { describeDatabase } from './describe-database.ts';
import { password, server, username } from './params.ts';

export const hive = describeDatabase({
  slug: 'hive',
  name: 'Apache Hive on HDInsights',
  shortName: 'Hive',
  id: 'aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f',
  address: 'host',
  reach: { usualPort: 443, startsEncrypted: true },
  remarks: ['beta'],
  authMethods: [
    {
      specName: 'HDInsights Basic Authentication',
      label: 'HDInsights basic authentication',
      params: [server('host', 'mycluster.azurehdinsight.net'), username, password],
    },
  ],
});
