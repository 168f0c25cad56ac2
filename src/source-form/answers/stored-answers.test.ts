import { expect, test } from 'vitest';
import { cabinet } from '../../testing/cabinet-source.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { createSourceAnswers } from './source-answers.ts';
import { fromStoredAnswers, toStoredAnswers } from './stored-answers.ts';

test.each([
  ['username', 'admin:S3CRETpw'],
  ['username', 'admin -p S3CRETpw'],
  ['httpPath', '/p?sig=S3CRETpw'],
])('a secret in %s is not stored: %s', (name, value) => {
  const answers = createSourceAnswers(phoenix);
  const typed = { ...answers, params: { ...answers.params, host: 'h.example', [name]: value } };
  const stored = toStoredAnswers(phoenix, typed, []);
  expect(stored.params).toMatchObject({ host: 'h.example', [name]: '' });
});

test('the auth method and the values of every method are stored, without the secrets of any method', () => {
  const fresh = createSourceAnswers(cabinet);
  const typed = {
    ...fresh,
    authMethod: 'Token Authentication ',
    params: {
      ...fresh.params,
      server: 'cabinet.example',
      options: '{"mail": "a@cabinet.example"}',
      encrypt: true,
      pem: 'S3CRET-pem',
      keys: '{"password": "S3CRET-json"}',
      token: 'S3CRET-token',
      role: 'S3CRET-json',
    },
  };
  const stored = toStoredAnswers(cabinet, typed, []);
  expect(JSON.stringify(stored)).not.toContain('S3CRET');
  expect(fromStoredAnswers(cabinet, stored)).toEqual({
    ...typed,
    params: { ...typed.params, pem: '', keys: '', token: '', role: '' },
  });
});

test.each([
  ['', 'Drawer Authentication'],
  ['Unknown', 'Drawer Authentication'],
])('a stored method %j that the source does not have becomes the usual one', (authMethod, specName) => {
  const stored = { ...toStoredAnswers(cabinet, createSourceAnswers(cabinet), []), authMethod };
  expect(fromStoredAnswers(cabinet, stored).authMethod).toBe(specName);
});
