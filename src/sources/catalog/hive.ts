import { describeDatabase } from './describe-database.ts';
import { password, server, username } from './params.ts';

export const hive = describeDatabase({
  slug: 'hive',
  name: 'Apache Hive on HDInsights',
  shortName: 'Hive',
  id: 'aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f',
  address: 'host',
  reach: { usualPort: 443, startsEncrypted: true },
  hint: 'Use the cluster login of HDInsight, not the SSH user. Check that another program can sign in with it.',
  remarks: ['beta'],
  authMethods: [
    {
      specName: 'HDInsights Basic Authentication',
      label: 'HDInsights basic authentication',
      params: [server('host', 'mycluster.azurehdinsight.net'), username, password],
    },
  ],
});
