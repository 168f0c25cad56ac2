import { explainPhoenixFailure } from './explain-failure.ts';
import { findHostProblem } from './host.ts';
import { type Param, chooseAuthMethod } from '../source.ts';

const params: readonly Param[] = [
  {
    name: 'host',
    label: 'Host',
    help: 'Name or IP address of the Phoenix server, without https:// and without a port. On Azure HDInsight the cluster name is enough.',
    guide: {
      whereToFind:
        'Azure HDInsight: in the Azure portal, the URL on the overview of the cluster, without https://. Elsewhere: the machine that the Phoenix Query Server runs on, or the gateway in front of it. It is not the address of ZooKeeper.',
      example: 'mycluster.azurehdinsight.net',
    },
    control: 'text',
    width: 'whole',
    isRequired: true,
    importNames: ['HOST', 'PHOENIX_HOST', 'PQS_HOST'],
    missing: 'Enter the host of the Phoenix server, such as mycluster.azurehdinsight.net.',
    findProblem: findHostProblem,
    adviceRoom: 'wordsAndButton',
  },
  {
    name: 'port',
    label: 'Port',
    help: 'TCP port on which the server takes clients: 443 on Azure HDInsight, 8765 on a query server of its own.',
    guide: {
      whereToFind:
        'A query server of its own has it as phoenix.queryserver.http.port in its hbase-site.xml: 8765, unless somebody changed it. A gateway in front of it mostly answers at 443.',
      example: '443',
    },
    control: 'integer',
    width: 'half',
    // The tutorial gives the port a default; that the path and SSL may be left out is inferred from sibling connectors.
    isRequired: false,
    importNames: ['PORT', 'PHOENIX_PORT', 'PQS_PORT'],
    least: 1,
    most: 65_535,
  },
  {
    name: 'httpPath',
    label: 'HTTP path',
    help: 'Path of the Phoenix endpoint on that host. On Azure HDInsight it is /hbasephoenix0; the 0 picks a node, because the gateway keeps no sessions.',
    guide: {
      whereToFind:
        'Azure HDInsight: /hbasephoenix and the number of a node, beginning with 0. A query server of its own answers at /. Behind another gateway, whoever set it up knows the path.',
      example: '/hbasephoenix0',
    },
    control: 'text',
    width: 'half',
    isRequired: false,
    importNames: ['HTTP_PATH', 'PHOENIX_HTTP_PATH', 'PHOENIX_PATH', 'PQS_PATH'],
    missing: 'Enter the HTTP path. A bare query server answers at /.',
    findProblem: findPathProblem,
  },
  {
    name: 'username',
    label: 'Username',
    help: 'The user that signs in to Phoenix. On Azure HDInsight it is the cluster login, admin unless it was changed.',
    guide: {
      whereToFind:
        'Azure HDInsight: the cluster login that was chosen when the cluster was made, not the SSH user. Elsewhere: whoever runs the query server gives you one.',
      example: 'admin',
    },
    control: 'text',
    width: 'half',
    isRequired: true,
    importNames: ['USERNAME', 'PHOENIX_USERNAME', 'PHOENIX_USER', 'AVATICA_USER', 'PQS_USER'],
    listNames: ['USER', 'UID'],
    missing: 'Enter the user name.',
  },
  {
    name: 'password',
    label: 'Password',
    help: 'The password of that user. It is sent to Flow Service once and never shown again.',
    guide: {
      whereToFind:
        'Azure HDInsight: the password of the cluster login, chosen when the cluster was made; in the Azure portal it can be reset. It is kept exactly as typed, spaces included.',
      example: null,
    },
    control: 'secret',
    width: 'half',
    isRequired: true,
    importNames: ['PASSWORD', 'PHOENIX_PASSWORD', 'AVATICA_PASSWORD', 'PQS_PASSWORD'],
    listNames: ['PASSWD', 'PWD'],
    missing: 'Enter the password.',
    adviceRoom: 'words',
  },
  {
    name: 'enableSsl',
    label: 'Enable SSL',
    help: 'Encrypts the traffic between Adobe and the Phoenix server. Azure HDInsight takes encrypted connections only.',
    guide: {
      whereToFind:
        'On if programs reach the server at an address that begins with https://, off if it begins with http://.',
      example: null,
    },
    control: 'switch',
    width: 'whole',
    isRequired: false,
    importNames: ['ENABLE_SSL', 'PHOENIX_ENABLE_SSL', 'PHOENIX_SSL', 'SSL'],
    adviceRoom: 'words',
  },
];

/** Apache Phoenix, by Adobe's tutorial "Create a Phoenix connector using the Flow Service API". */
export const phoenix = chooseAuthMethod({
  slug: 'phoenix',
  name: 'Apache Phoenix',
  shortName: 'Phoenix',
  connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
  authMethods: [{ specName: 'Basic Authentication', label: 'Basic authentication', params }],
  address: 'host',
  presetQuestion: 'Where does Phoenix run?',
  presets: [
    {
      id: 'hdinsight',
      label: 'Azure HDInsight',
      description: 'Port 443, path /hbasephoenix0, SSL on',
      params: { port: 443, httpPath: '/hbasephoenix0', enableSsl: true },
      suffix: '.azurehdinsight.net',
    },
    {
      id: 'query-server',
      label: 'Phoenix Query Server',
      description: 'Port 8765, path /, SSL off',
      params: { port: 8765, httpPath: '/', enableSsl: false },
      suffix: null,
    },
    {
      id: 'custom',
      label: 'Custom',
      description: 'Keeps port, path and SSL as they are',
      params: {},
      suffix: null,
    },
  ],
  proposeName: ({ host }) => {
    const typed = typeof host === 'string' ? host.trim() : '';
    if (typed === '' || findHostProblem(typed) !== null) return '';
    const [name = ''] = typed.split('.');
    return `Phoenix ${/^\d+$/.test(name) ? typed : name}`;
  },
  checks: [
    {
      params: ['host', 'port'],
      advice:
        'The query server answers there, and not ZooKeeper: 443 on Azure HDInsight, 8765 on a query server of its own.',
    },
    {
      params: ['httpPath'],
      advice: 'On Azure HDInsight it names a node, such as /hbasephoenix0. A bare query server answers at /.',
    },
    {
      params: ['enableSsl'],
      advice:
        'On for Azure HDInsight. The certificate must be one that a public authority signed: Adobe documents no way to trust another.',
    },
    {
      params: ['username', 'password'],
      advice:
        'Another program can sign in with them. On Azure HDInsight they are the cluster login, not those of SSH.',
    },
  ],
  explainProvider: explainPhoenixFailure,
});

function findPathProblem(path: string): string | null {
  if (!path.startsWith('/')) return 'Begin the HTTP path with a slash, such as /hbasephoenix0.';
  return /\s/.test(path) ? 'Enter the HTTP path without spaces in it.' : null;
}
