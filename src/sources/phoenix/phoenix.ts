import { findHostProblem, toAsciiName } from './host.ts';
import { findPathProblem } from './http-path.ts';
import { type Param, chooseAuthMethod } from '../source.ts';

const params: readonly Param[] = [
  {
    name: 'host',
    label: 'Host',
    help: 'For example mycluster.azurehdinsight.net',
    guide: {
      whereToFind:
        'The name or IP address of the Phoenix server, without https:// or a port. Azure HDInsight: open the cluster’s overview in the Azure portal and copy its URL without https://. Other servers: use the computer that runs the Phoenix Query Server, or the gateway in front of it. Do not use the ZooKeeper address.',
      example: 'mycluster.azurehdinsight.net',
    },
    control: 'text',
    width: 'whole',
    isRequired: true,
    importNames: ['HOST', 'PHOENIX_HOST', 'PQS_HOST'],
    listNames: ['SERVER', 'HOSTNAME'],
    missing: 'Enter the host of the Phoenix server, such as mycluster.azurehdinsight.net.',
    findProblem: findHostProblem,
    normalize: toAsciiName,
    adviceRoom: 'wordsAndButton',
  },
  {
    name: 'port',
    label: 'Port',
    help: '443 on HDInsight, 8765 on a query server.',
    guide: {
      whereToFind:
        'The port the server listens on. A standalone query server sets it as phoenix.queryserver.http.port in hbase-site.xml. The default is 8765. A gateway in front of it usually uses 443.',
      example: '443',
    },
    control: 'integer',
    width: 'half',
    // The tutorial gives the port a default. That path and SSL are optional is inferred from similar connectors.
    isRequired: false,
    isAsked: true,
    importNames: ['PORT', 'PHOENIX_PORT', 'PQS_PORT'],
    least: 1,
    most: 65_535,
  },
  {
    name: 'httpPath',
    label: 'HTTP path',
    help: 'For example /hbasephoenix0',
    guide: {
      whereToFind:
        'The path of the Phoenix endpoint on the host. Azure HDInsight: /hbasephoenix followed by the node number, starting with 0. The path selects a node because the gateway does not support sessions. Standalone query server: /. Other gateways: ask the administrator of the gateway.',
      example: '/hbasephoenix0',
    },
    control: 'text',
    width: 'half',
    isRequired: false,
    isAsked: true,
    importNames: ['HTTP_PATH', 'PHOENIX_HTTP_PATH', 'PHOENIX_PATH', 'PQS_PATH'],
    listNames: ['PATH'],
    missing: 'Enter the HTTP path. A standalone query server uses /.',
    findProblem: findPathProblem,
  },
  {
    name: 'username',
    label: 'Username',
    help: 'On HDInsight, the cluster login. Usually admin.',
    guide: {
      whereToFind:
        'The user that signs in to Phoenix. Azure HDInsight: the cluster login that was set when the cluster was created, not the SSH user. Other servers: ask the administrator of the query server.',
      example: 'admin',
    },
    control: 'text',
    width: 'half',
    isRequired: true,
    importNames: ['USERNAME', 'PHOENIX_USERNAME', 'PHOENIX_USER', 'AVATICA_USER', 'PQS_USER'],
    listNames: ['USER', 'UID'],
    missing: 'Enter the username.',
  },
  {
    name: 'password',
    label: 'Password',
    // `sentOnce` of the catalog, which the first page does not load.
    help: 'Sent once and never shown again.',
    guide: {
      whereToFind:
        'The password of the user. Azure HDInsight: the password of the cluster login that was set when the cluster was created. You can reset it in the Azure portal. The password is sent exactly as you enter it, including spaces.',
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
    help: 'Encrypts the connection. Required for Azure HDInsight.',
    guide: {
      whereToFind:
        'Turn this on if the server’s address starts with https://. Turn it off if it starts with http://. SSL encrypts the connection between Adobe and the Phoenix server.',
      example: null,
    },
    control: 'switch',
    width: 'whole',
    isRequired: false,
    isAsked: true,
    importNames: ['ENABLE_SSL', 'PHOENIX_ENABLE_SSL', 'PHOENIX_SSL', 'SSL'],
    listNames: ['TLS', 'USE_SSL', 'USE_TLS'],
    adviceRoom: 'words',
  },
];

/** Apache Phoenix, according to Adobe's tutorial "Create a Phoenix connector using the Flow Service API". */
export const phoenix = chooseAuthMethod({
  slug: 'phoenix',
  name: 'Apache Phoenix',
  shortName: 'Phoenix',
  category: 'Databases',
  connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
  authMethods: [{ specName: 'Basic Authentication', label: 'Basic authentication', params }],
  address: 'host',
  endpoint: {
    protocol: 'phoenix',
    host: 'host',
    port: 'port',
    path: 'httpPath',
    encryption: 'enableSsl',
    username: 'username',
    password: 'password',
  },
  remarks: ['retired', 'unlisted', 'utc'],
  presetQuestion: 'Where does Phoenix run?',
  presets: [
    {
      id: 'hdinsight',
      kind: 'cloud',
      label: 'Azure HDInsight',
      description: 'Port 443, path /hbasephoenix0, SSL on',
      params: { port: 443, httpPath: '/hbasephoenix0', enableSsl: true },
      suffix: '.azurehdinsight.net',
    },
    {
      id: 'query-server',
      kind: 'server',
      label: 'Phoenix Query Server',
      description: 'Port 8765, path /, SSL off',
      params: { port: 8765, httpPath: '/', enableSsl: false },
      suffix: null,
    },
    {
      id: 'custom',
      kind: 'custom',
      label: 'Custom',
      description: 'Enter your own port, path and SSL setting',
      params: {},
      suffix: null,
    },
  ],
  proposeName: ({ host }) => {
    const typed = typeof host === 'string' ? host.trim() : '';
    if (typed === '') return '';
    // A host with an error has one message, and none about a missing name.
    if (findHostProblem(typed) !== null) return 'Phoenix';
    const [name = ''] = typed.split('.');
    return `Phoenix ${/^\d+$/.test(name) ? typed : name}`;
  },
});
