import { describe, expect, test } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import type { FoundParams } from './import-result.ts';
import { splitAddress } from './split-address.ts';

const hdinsight = { host: 'c.azurehdinsight.net', port: '443', httpPath: '/hbasephoenix0', enableSsl: true };
const properties = 'serialization=PROTOBUF;authentication=BASIC';

describe('an address is split into the right fields', () => {
  const cases: [text: string, params: FoundParams][] = [
    ['https://c.azurehdinsight.net:443/hbasephoenix0', hdinsight],
    ['  https://c.azurehdinsight.net:443/hbasephoenix0/\r\n', hdinsight],
    ['https://c.azurehdinsight.net/hbasephoenix0', hdinsight],
    ['HTTP://localhost:8765/', { host: 'localhost', port: '8765', httpPath: '/', enableSsl: false }],
    ['http://pqs.example', { host: 'pqs.example', port: '8765', enableSsl: false }],
    [
      'https://[2001:db8::1]:8765/x',
      { host: '[2001:db8::1]', port: '8765', httpPath: '/x', enableSsl: true },
    ],
    [
      'https://u:p%40ss@h.example/x',
      { ...hdinsight, host: 'h.example', httpPath: '/x', username: 'u', password: 'p@ss' },
    ],
    [
      'https://me@corp:p@ss@h.example/x',
      { ...hdinsight, host: 'h.example', httpPath: '/x', username: 'me@corp', password: 'p@ss' },
    ],
    [
      'https://u:100%@h.example/x',
      { ...hdinsight, host: 'h.example', httpPath: '/x', username: 'u', password: '100%' },
    ],
    [
      'https://c.azurehdinsight.net:443/hbasephoenix0?authentication=BASIC&avatica_user=u&avatica_password=a%26b',
      { ...hdinsight, username: 'u', password: 'a&b' },
    ],
    [
      `jdbc:phoenix:thin:url=https://c.azurehdinsight.net:443/hbasephoenix0;${properties};avatica_user=u;avatica_password=p@:/?#%41&=`,
      { ...hdinsight, username: 'u', password: 'p@:/?#%41&=' },
    ],
    [
      `jdbc:phoenix:thin:avatica_password="a;""b";url=https://c.azurehdinsight.net:443/hbasephoenix0;avatica_user=u`,
      { ...hdinsight, username: 'u', password: 'a;"b' },
    ],
    [
      `https://c.azurehdinsight.net:443/hbasephoenix0;${properties};avatica_user=u`,
      { ...hdinsight, username: 'u' },
    ],
    [
      'jdbc:avatica:remote:url=http://h:8765;user=u',
      { host: 'h', port: '8765', enableSsl: false, username: 'u' },
    ],
    [
      'c.azurehdinsight.net:443/hbasephoenix0',
      { host: 'c.azurehdinsight.net', port: '443', httpPath: '/hbasephoenix0' },
    ],
    ['[2001:db8::1]:8765/x/', { host: '[2001:db8::1]', port: '8765', httpPath: '/x' }],
    ['pqs.example:8765/', { host: 'pqs.example', port: '8765', httpPath: '/' }],
    ['mycluster/hbasephoenix0/', { host: 'mycluster', httpPath: '/hbasephoenix0' }],
    ['mycluster/hbasephoenix0', { host: 'mycluster', httpPath: '/hbasephoenix0' }],
    ['pqs:8765', { host: 'pqs', port: '8765' }],
    ['"https://c.azurehdinsight.net/"', hdinsight],
    ["'https://c.azurehdinsight.net/#/main',", hdinsight],
    ['http://h.example/x', { host: 'h.example', port: '80', httpPath: '/x', enableSsl: false }],
    [
      'phoenix://u:p@h.example',
      { host: 'h.example', port: '8765', enableSsl: false, username: 'u', password: 'p' },
    ],
    ['jdbc:log4jdbc:phoenix:thin:url=http://h.example:1', { host: 'h.example', port: '1', enableSsl: false }],
    ['jdbc:p6spy:avatica:remote:url=http://h.example:1', { host: 'h.example', port: '1', enableSsl: false }],
    ['jdbc:phoenix:thin:http://h.example:1', { host: 'h.example', port: '1', enableSsl: false }],
    ['sqlline-thin.py h.example', { host: 'h.example', port: '8765', enableSsl: false }],
    [
      'bin/sqlline-thin.py https://h.example/x file.sql',
      { host: 'h.example', port: '8765', httpPath: '/x', enableSsl: true },
    ],
    [
      "phoenix-sqlline-thin -a BASIC -au u --auth-password='p w' http://h.example:1",
      { host: 'h.example', port: '1', enableSsl: false, username: 'u', password: 'p w' },
    ],
    [
      'sqlline -d org.apache.phoenix.queryserver.client.Driver -u "jdbc:phoenix:thin:url=http://h.example:1" -n u -p p',
      { host: 'h.example', port: '1', enableSsl: false, username: 'u', password: 'p' },
    ],
    [
      '!connect "jdbc:phoenix:thin:url=http://h.example:1" u \'p;q\'',
      { host: 'h.example', port: '1', enableSsl: false, username: 'u', password: 'p;q' },
    ],
    [
      'jdbc:phoenix:thin:url=http://h.example:1;avatica_user=u;avatica_password=p;lb_strategy=x;phoenix.schema=y',
      { host: 'h.example', port: '1', enableSsl: false, username: 'u', password: 'p' },
    ],
  ];
  test.each(cases)('%s', (text, params) => {
    expect(splitAddress(text, phoenix)).toHaveProperty('params', params);
  });
});

test.each([
  'mycluster',
  'c.azurehdinsight.net',
  '10.0.0.4',
  '',
  'two words',
  'u:p@h.example:443/x',
  'p@ss:w/rd',
  'h.example:70000',
  'h.example:0/x',
  '2001:db8::1:443',
])('%s: nothing to split', (text) => {
  expect(splitAddress(text, phoenix)).toBeNull();
});

describe('an ambiguous password is omitted', () => {
  test.each([
    'jdbc:phoenix:thin:url=http://h:1;avatica_user=u;avatica_password=a;b',
    'jdbc:phoenix:thin:url=http://h:1;avatica_user=u;avatica_password=a;url=b',
    'jdbc:phoenix:thin:url=http://h:1;avatica_user=u;avatica_password="a"',
    'jdbc:phoenix:thin:url=http://h:1;avatica_user=u;avatica_password=a ',
    'jdbc:phoenix:thin:url=http://h:1;avatica_user=u;avatica_password=a,x=b',
    'jdbc:phoenix:thin:url=http://h:1;avatica_user=u;avatica_password=a&x=b',
    'jdbc:phoenix:thin:url=http://h:1;avatica_user=u;avatica_password=a x=b',
    'http://u:a%40b@c@h:1',
    'http://u:%49@h:1',
    'http://h:1?avatica_user=u&avatica_password=a+b',
    'http://h:1?avatica_user=u&avatica_password=a&b',
    'http://h:1?avatica_user=u&avatica_password=a#b',
  ])('%s', (text) => {
    expect(splitAddress(text, phoenix)).toEqual({
      kind: 'split',
      params: { host: 'h', port: '1', enableSsl: false, username: 'u' },
      notes: [expect.stringMatching(/password/)],
    });
  });
});

describe('an address that cannot be used is rejected with the reason', () => {
  test.each([
    ['jdbc:phoenix:zk1,zk2:2181:/hbase', /ZooKeeper/],
    ['zk1,zk2,zk3:2181:/hbase', /ZooKeeper/],
    ['zk1:2181', /ZooKeeper/],
    ['./sqlline.py zk1,zk2:2181:/hbase', /ZooKeeper/],
    ['psql.py zk1:2181 data.csv', /ZooKeeper/],
    ['!connect jdbc:phoenix:zk1', /ZooKeeper/],
    ['"jdbc:log4jdbc:phoenix:zk1:2181"', /ZooKeeper/],
    ['jdbc:phoenix+zk:zk1', /ZooKeeper/],
    ['jdbc:phoenix+master:h:16000', /address of HBase/],
    ['jdbc:hive2://h:10001/', /not for Phoenix/],
    ['hdfs://h:8020/', /starts with http/],
    ['https://u:a/b@h.example:443/x', /start of the host/],
    ['https://u:1#b@h.example:443/x', /start of the host/],
    ['https://u:secret', /host or port/],
    ['https://h:70000/', /host or port/],
    ['https://h:0/', /host or port/],
    ['https://[2001]:443/', /host or port/],
    ['jdbc:phoenix:thin:serialization=JSON', /query server’s address/],
  ])('%s', (text, reason) => {
    expect(splitAddress(text, phoenix)).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(reason),
    });
  });
});
