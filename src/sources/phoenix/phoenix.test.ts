import { describe, expect, it } from 'vitest';
import { exampleParams } from '../example-params.ts';
import { paramsSchema } from '../params-schema.ts';
import { phoenix } from './phoenix.ts';

const phoenixParams = paramsSchema(phoenix);

const valid = {
  ...exampleParams(phoenix),
  host: 'mycluster.azurehdinsight.net',
  port: 443,
  httpPath: '/hbasephoenix0',
  username: 'admin',
  password: ' p@ss ',
  enableSsl: true,
};

function complaint(change: Partial<Record<keyof typeof valid, unknown>>): string | undefined {
  return phoenixParams.safeParse({ ...valid, ...change }).error?.issues[0]?.message;
}

describe('the params of Phoenix', () => {
  it('are accepted and trimmed, except the password', () => {
    expect(phoenixParams.parse({ ...valid, host: ' db.example ', username: ' admin ' })).toEqual({
      ...valid,
      host: 'db.example',
      username: 'admin',
    });
  });

  it.each([
    ['', 'Enter the host of the Phoenix server'],
    ['https://db.example', 'without a prefix'],
    ['jdbc:phoenix:thin:url=http://db:8765', 'without a prefix'],
    ['db.example:8765', 'Enter the port in Port'],
    ['db.example/hbasephoenix0', 'Enter the path in HTTP path'],
    ['db example', 'without spaces'],
    ['admin@db.example', 'in their own fields'],
    ['jdbc:phoenix:zk1,zk2:2181:/hbase', 'ZooKeeper'],
    ['zk1,zk2,zk3', 'ZooKeeper'],
    ['zk1:2181', 'ZooKeeper'],
    ['zk1.example,zk2.example', 'ZooKeeper'],
    ['mycluster,azurehdinsight.net', 'periods, not commas'],
    ['my\u200Bcluster', 'U+200B'],
    ['my\u00ADcluster.example', 'U+00AD'],
    ['"db.example"', 'without quotes'],
    ['<cluster>.azurehdinsight.net', 'placeholder'],
    ['{HOST}', 'placeholder'],
    ['${HOST}', 'placeholder'],
    ["[parameters('h')]", 'placeholder'],
    ['a..b', 'two periods'],
    ['.example', 'start with a period'],
    [`${'a'.repeat(64)}.example`, '63 characters'],
    [Array.from({ length: 60 }, () => 'abcde').join('.'), '253 characters'],
    ['192.168.1.300', 'from 0 to 255'],
    ['1.2.3', 'from 0 to 255'],
    ['0x7f.1', 'from 0 to 255'],
    ['-a.example', 'hyphen'],
    ['a!b.example', 'Remove the character !'],
    ['\u2460.example', 'ordinary letters'],
    ['\uFF41.example', 'ordinary letters'],
    ['[2001:db8::zz]', 'Port'],
    ['2001:db8:::1', 'IPv6'],
  ])('a host %j is rejected with what to do', (host, words) => {
    expect(complaint({ host })).toContain(words);
  });

  it.each([
    'db.example',
    '10.0.0.7',
    'localhost',
    '2001:db8::1',
    '[2001:db8::1]',
    'büro.example',
    'mycluster',
    'xn--bro-hoa.example',
    'my_cluster.example',
    'db.example.',
    '\u200B db.example\uFEFF',
    '::1',
  ])('a host %j is accepted', (host) => {
    expect(complaint({ host })).toBeUndefined();
  });

  it.each([0, 65_536, 1.5, Number.NaN, '443', -1])('a port %j is rejected', (port) => {
    expect(complaint({ port })).toBe('Port must be a whole number from 1 to 65535.');
  });

  it.each(['', 'hbasephoenix0', '/with space', '/p?x=1', '/p#x', '/{PATH}', '/a\u200Bb', '/%zz', '/a"b'])(
    'a path %j is rejected',
    (httpPath) => {
      expect(complaint({ httpPath })).toMatch(/HTTP path/);
    },
  );
});

describe('the suggested name', () => {
  it.each([
    ['mycluster.azurehdinsight.net', 'Phoenix mycluster'],
    ['mycluster', 'Phoenix mycluster'],
    ['10.0.0.7', 'Phoenix 10.0.0.7'],
    ['', ''],
    ['a..b', 'Phoenix'],
  ])('for the host %j is %j', (host, name) => {
    expect(phoenix.proposeName({ host })).toBe(name);
  });
});
