import { describe, expect, it } from 'vitest';
import { advisePhoenix } from './advice.ts';

const fine = {
  host: 'mycluster.azurehdinsight.net',
  port: '443',
  httpPath: '/hbasephoenix0',
  username: 'admin',
  password: 'x',
  enableSsl: true,
};

it('gives no advice for correct values', () => {
  expect(advisePhoenix(fine)).toEqual([]);
  expect(
    advisePhoenix({ ...fine, host: 'db.example', port: '8765', httpPath: '/', enableSsl: false }),
  ).toEqual([]);
});

describe('an HDInsight cluster with values that HDInsight does not use', () => {
  it.each([{ port: '8765' }, { enableSsl: false }, { httpPath: '/hbasephoenix' }, { httpPath: '/' }])(
    '%j is corrected with one click',
    (change) => {
      const [advice] = advisePhoenix({ ...fine, ...change });
      expect(advice?.fix?.label).toBe('Use HDInsight settings');
      expect(advisePhoenix({ ...fine, ...change, ...advice?.fix?.params })).toEqual([]);
    },
  );

  it('keeps a node other than the first', () => {
    const [advice] = advisePhoenix({ ...fine, httpPath: '/hbasephoenix1', port: '8765' });
    expect(advice?.fix?.params).toMatchObject({ httpPath: '/hbasephoenix1' });
  });
});

it('port 443 without SSL is corrected with one click', () => {
  const odd = { ...fine, host: 'db.example', enableSsl: false };
  const [advice] = advisePhoenix(odd);
  expect(advice).toMatchObject({ param: 'enableSsl' });
  expect(advisePhoenix({ ...odd, ...advice?.fix?.params })).toEqual([]);
});

it.each([
  'localhost',
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.9',
  '172.16.0.1',
  '169.254.1.1',
  '::1',
  '[fe80::1]',
  'fd00::1',
  '100.64.0.1',
  '::ffff:10.0.0.1',
  '198.18.0.1',
  'db.local',
])('Adobe cannot reach %s', (host) => {
  expect(advisePhoenix({ ...fine, host })[0]?.message).toContain('can’t reach it');
});

it.each(['172.32.0.1', '11.0.0.1', '8.8.8.8', 'localhost.example', '10.example.com'])(
  '%s may be public',
  (host) => {
    expect(advisePhoenix({ ...fine, host })).toEqual([]);
  },
);
