import { assert, constant, property } from 'fast-check';
import { expect, it } from 'vitest';
import { connection } from '../../flow-service/schemas/connection.ts';
import { oddConnection } from '../../testing/odd-answers-fixture.ts';
import { toAnswerText } from '../../testing/odd-values-fixture.ts';
import { exampleParams } from '../../sources/example-params.ts';
import { chooseAuthMethod } from '../../sources/source.ts';
import { cabinet } from '../../testing/cabinet-source.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { fromConnection, unreadParams } from './from-connection.ts';

it.each([
  [true, true],
  ['true', true],
  ['True', true],
  [false, false],
  ['false', false],
  [null, ''],
  [1, ''],
  ['1', ''],
  ['yes', ''],
  [['true'], ''],
])('encryption %j is read as %s', (enableSsl, isOn) => {
  const read = connection.parse({ id: 'a', auth: { params: { enableSsl } } });
  expect(fromConnection(phoenix, read).params['enableSsl']).toBe(isOn);
});

it('for any connection, the form gets valid values', () => {
  assert(
    property(oddConnection(constant('a'), phoenix.connectionSpec.id), (answer) => {
      const read = connection.safeParse(JSON.parse(toAnswerText(answer)));
      if (!read.success) return;
      const { name, description, params } = fromConnection(phoenix, read.data);
      for (const text of [name, description]) expect(text.length).toBeLessThanOrEqual(10_000);
      expect(Object.keys(params)).toEqual(phoenix.authMethod.params.map(({ name }) => name));
      for (const { name: param, control } of phoenix.authMethod.params) {
        expect(
          params[param] === '' || typeof params[param] === (control === 'switch' ? 'boolean' : 'string'),
        ).toBe(true);
        expect(String(params[param]).length).toBeLessThanOrEqual(10_000);
      }
    }),
    { numRuns: 30 },
  );
});

it('every control shows the value of a connection, and no secret', () => {
  const { role: _, encrypt: __, ...params } = exampleParams(cabinet);
  const read = connection.parse({ id: 'a', auth: { params: { ...params, port: 9042 } } });
  expect(fromConnection(cabinet, read)).toMatchObject({
    authMethod: 'Drawer Authentication',
    params: {
      server: 'cabinet.example',
      port: '9042',
      notes: 'first\nsecond',
      pem: '',
      mode: '1',
      options: '{\n  "a": [\n    1\n  ]\n}',
      keys: '',
      role: '',
      encrypt: '',
    },
  });
  const token = chooseAuthMethod(cabinet, 'Token Authentication ');
  expect(fromConnection(token, read)).toMatchObject({
    authMethod: 'Token Authentication ',
    params: { server: 'cabinet.example', token: '', port: '' },
  });
});

it.each([
  ['encrypt', 1],
  ['encrypt', 'yes'],
  ['port', true],
  ['port', [9042]],
  ['server', {}],
  ['notes', 'x'.repeat(10_001)],
  ['mode', 'other'],
  ['mode', ['1']],
])('names %s, whose value %j cannot be read', (name, value) => {
  const params = { ...exampleParams(cabinet), [name]: value };
  const read = connection.parse({ id: 'a', auth: { params } });
  expect(unreadParams(cabinet, read).map((param) => param.name)).toEqual([name]);
  expect(fromConnection(cabinet, read).params[name]).toBe('');
});

it.each([
  { encrypt: 'TRUE', port: '9042', mode: 1, pem: {}, keys: 5 },
  { encrypt: null, role: null, port: 9042.5 },
])('names no value that can be read, and no secret: %j', (params) => {
  const read = connection.parse({ id: 'a', auth: { params: { ...exampleParams(cabinet), ...params } } });
  expect(unreadParams(cabinet, read)).toEqual([]);
});
