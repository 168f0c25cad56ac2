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
  ])('a host %j is accepted', (host) => {
    expect(complaint({ host })).toBeUndefined();
  });

  it.each([0, 65_536, 1.5, Number.NaN, '443', -1])('a port %j is rejected', (port) => {
    expect(complaint({ port })).toBe('Port must be a whole number from 1 to 65535.');
  });

  it.each(['', 'hbasephoenix0', '/with space'])('a path %j is rejected', (httpPath) => {
    expect(complaint({ httpPath })).toMatch(/HTTP path/);
  });
});

describe('the suggested name', () => {
  it.each([
    ['mycluster.azurehdinsight.net', 'Phoenix mycluster'],
    ['mycluster', 'Phoenix mycluster'],
    ['10.0.0.7', 'Phoenix 10.0.0.7'],
    ['', ''],
  ])('for the host %j is %j', (host, name) => {
    expect(phoenix.proposeName({ host })).toBe(name);
  });
});
