import { describe, expect, it } from 'vitest';
import { isAddressAllowed, isPortAllowed } from '../../query-server/dial/dial-policy.ts';
import { readSettings } from './settings.ts';
import { toDialPolicy } from './to-dial-policy.ts';

/** The addresses that a server with these settings dials, out of one address of each kind. */
function dialled(settings: Readonly<Record<string, string>>): readonly string[] {
  const policy = toDialPolicy(readSettings(settings), []);
  return ['127.0.0.1', '10.20.3.4', 'fd12::1', '8.8.8.8', '169.254.169.254'].filter((address) =>
    isAddressAllowed(address, policy),
  );
}

const ranges = { CONNECTION_CHECK_CIDRS: '10.20.0.0/16,169.254.0.0/16' };

describe('which addresses a server opens, by its settings', () => {
  const inside = ['127.0.0.1', '10.20.3.4', 'fd12::1', '8.8.8.8'];
  const cases: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
    ['only this computer can use it', {}, inside],
    ['HOST is loopback', { HOST: '::1' }, inside],
    ['PUBLIC_ORIGIN is loopback', { PUBLIC_ORIGIN: 'http://127.0.0.1:8080' }, inside],
    ['only this computer can use it, with permission', { ALLOW_CONNECTION_CHECK: '1', ...ranges }, inside],
    ['HOST is every address', { HOST: '0.0.0.0' }, []],
    ['HOST is an address of the network', { HOST: '192.168.1.5' }, []],
    ['a reverse proxy shows it', { HOST: '127.0.0.1', PUBLIC_ORIGIN: 'https://wizard.example' }, []],
    ['public, with ranges but without permission', { HOST: '0.0.0.0', ...ranges }, []],
    ['open, with leave', { HOST: '0.0.0.0', ALLOW_CONNECTION_CHECK: '1' }, ['8.8.8.8']],
    [
      'open, with leave and ranges',
      { PUBLIC_ORIGIN: 'https://wizard.example', ALLOW_CONNECTION_CHECK: '1', ...ranges },
      ['10.20.3.4', '8.8.8.8'],
    ],
  ];
  it.each(cases)('%s', (_, settings, addresses) => {
    expect(dialled(settings)).toEqual(addresses);
  });
});

it('rejects a port of the server that became known later', () => {
  const ownPorts: number[] = [];
  const policy = toDialPolicy(readSettings({}), ownPorts);
  expect(isPortAllowed('127.0.0.1', 4173, policy)).toBe(true);
  ownPorts.push(4173);
  expect(isPortAllowed('127.0.0.1', 4173, policy)).toBe(false);
});
