import { expect, it } from 'vitest';
import { isTrialName, nameTrial, readTrialSecret, splitTrials } from './trial-name.ts';
import { adviseOnTrial, describeLeftOutTrials, describeTrial, describeUsedTrial } from './trial-words.ts';

it.each(['password', 'API key', 'connection string', 'key for the account'])(
  'the name of a temporary connection says that it is for a trial of a %s',
  (secret) => {
    for (const goal of ['new', 'old'] as const) {
      const name = nameTrial(goal, secret, 'Sales for all\n(2024)');
      expect(isTrialName(name)).toBe(true);
      expect(secret.startsWith(readTrialSecret(name) ?? 'none')).toBe(true);
    }
  },
);

it.each([
  'Sales',
  'Trial of Sales',
  'Trial of a new password for Sales',
  'x Trial of a new password for Sales, can be deleted (12)',
])('a connection of another name is not called temporary: %s', (name) =>
  expect(isTrialName(name)).toBe(false),
);

it('temporary connections are separated from the others, whose order is kept', () => {
  const trial = { name: nameTrial('new', 'password', 'Sales') };
  const [sales, stock] = [{ name: 'Sales' }, { name: 'Stock' }];
  expect(splitTrials([sales, trial, stock])).toEqual({ trials: [trial], others: [sales, stock] });
});

it('nothing claims that no rotation uses it, because another tab may run one', () => {
  expect(describeTrial(false)).toBe('Left by a rotation, or in use by one that runs now.');
  expect(adviseOnTrial('password', false)).toContain('If no rotation runs in another tab');
  expect(describeTrial(true)).toBe('In use by a rotation that runs in this tab.');
  expect(adviseOnTrial('password', true)).not.toContain('you can delete it');
});

it('names what is left out, and says that a renamed connection is included again', () => {
  expect(describeLeftOutTrials([{ name: 'A' }], 'exported')).toBe(
    '1 connection is not exported: “A”. According to its name, it was left by a rotation, or is in use by one that runs now. If it is an ordinary connection, rename it to include it.',
  );
  expect(describeLeftOutTrials([{ name: 'A' }, { name: 'B' }], 'tested')).toBe(
    '2 connections are not tested: “A”, “B”. According to their names, they were left by a rotation, or are in use by one that runs now. If one of them is an ordinary connection, rename it to include it.',
  );
});

it.each([
  '\u202Ex',
  'p\u2066q',
  'password\nof',
  'password. Call 123 now',
  'one two three four five',
  '<b>',
  'x'.repeat(41),
])('anything but a short plain word in the name is not repeated in a sentence of ours: %j', (word) =>
  expect(readTrialSecret(`Trial of a new ${word} for Sales, can be deleted (12)`)).toBe('secret'),
);

it('a connection with such a name that something uses is not said to be left by a rotation', () => {
  const source = { id: 's', name: 'S' };
  const extent = { flows: 'all', sourceConnections: 'all' } as const;
  expect(describeUsedTrial({ flows: [], unusedSources: [source], extent })).toBe(
    'Its name looks like that of a temporary connection of a rotation, but it is used by 1 source connection. If you rename it, it becomes an ordinary connection.',
  );
});
