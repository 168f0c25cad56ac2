import { expect, test } from 'vitest';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { createSourceAnswers } from './source-answers.ts';
import { toStoredAnswers } from './stored-answers.ts';

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
