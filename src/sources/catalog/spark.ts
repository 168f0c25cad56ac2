import { describeDatabase } from './describe-database.ts';
import { password, server, username } from './params.ts';

export const spark = describeDatabase({
  slug: 'spark',
  name: 'Apache Spark on HDInsights',
  shortName: 'Spark',
  id: '6a8d82bc-1caf-45d1-908d-cadabc9d63a6',
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
