import { expect, it } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { describeParam } from './describe-param.ts';

it.each([
  ['port', 443, 'Port 443'],
  ['enableSsl', false, 'Enable SSL Off'],
  ['host', undefined, 'Host'],
  ['password', 'as the service shows it', 'Password'],
  ['host', { odd: true }, 'Host {"odd":true}'],
])('%s', (name, value, words) => {
  expect(describeParam(phoenix, name, value)).toBe(words);
});
