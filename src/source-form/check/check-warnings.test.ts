import { expect, it } from 'vitest';
import type { CheckFacts } from '../../flow-service/schemas/connection-check.ts';
import { type CheckState, notChecked } from './check-state.ts';
import { warningsIn } from './check-warnings.ts';

function reached(facts: CheckFacts, isSample = false): CheckState {
  const network = { ...notChecked.hops.network, state: 'passed', facts } as const;
  return { ...notChecked, status: 'ended', isSample, hops: { ...notChecked.hops, network } };
}

it.each(['127.0.0.1', '10.0.0.4', '192.168.1.2', '100.64.0.1', '::1', 'fd00::1', '::ffff:10.0.0.4'])(
  'says that Adobe cannot reach %s, although this computer can',
  (address) => {
    expect(warningsIn(reached({ address }))).toEqual([
      {
        sentence: 'This address is private.',
        action: 'Adobe connects from its cloud and can’t reach it.',
      },
    ]);
  },
);

it('says nothing about a public address, a sample, or an address that was not reached', () => {
  expect(warningsIn(reached({ address: '203.0.114.5' }))).toEqual([]);
  expect(warningsIn(reached({ address: '2600::1' }))).toEqual([]);
  expect(warningsIn(reached({ address: '127.0.0.1' }, true))).toEqual([]);
  expect(warningsIn(notChecked)).toEqual([]);
});

it('lists the warnings of every hop, in the order of the hops', () => {
  const state = reached({ address: '203.0.114.5' });
  const hops: CheckState['hops'] = {
    ...state.hops,
    signIn: { ...state.hops.signIn, state: 'passed', warnings: ['credentialsNotChecked'] },
    encryption: {
      ...state.hops.encryption,
      state: 'passed',
      warnings: ['certificateExpiresSoon'],
      facts: { certificate: { subject: '', issuer: '', names: [], daysLeft: 10 } },
    },
  };
  expect(warningsIn({ ...state, hops }).map(({ sentence }) => sentence)).toEqual([
    'The certificate expires in 10 days.',
    'This server does not check credentials.',
  ]);
});
