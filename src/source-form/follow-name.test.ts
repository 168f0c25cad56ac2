import { expect, it } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { followName } from './follow-name.ts';

it.each([
  ['is proposed as soon as there is a host', '', { host: '' }, { host: 'db.example' }, 'Phoenix db'],
  ['follows', 'Phoenix db', { host: 'db.example' }, { host: 'other.example' }, 'Phoenix other'],
  ['goes with the host', 'Phoenix db', { host: 'db.example' }, { host: '' }, ''],
  ['stays when it was edited', 'Mine', { host: 'db.example' }, { host: 'other.example' }, 'Mine'],
  ['stays empty when it was emptied', '', { host: 'db.example' }, { host: 'other.example' }, ''],
])('a name %s', (_, name, before, after, followed) => {
  expect(followName(phoenix, name, before, after)).toBe(followed);
});
