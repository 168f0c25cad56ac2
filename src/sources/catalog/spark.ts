import { describeDatabase } from './describe-database.ts';
import { password, server, username } from './params.ts';

export const spark = describeDatabase({
  slug: 'spark',
  name: 'Apache Spark on HDInsights',
  shortName: 'Spark',
  id: '6a8d82bc-1caf-45d1-908d-cadabc9d63a6',
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
