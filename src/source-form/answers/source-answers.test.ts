import { describe, expect, it } from 'vitest';
import { exampleParams } from '../../sources/example-params.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import type { Source } from '../../sources/source.ts';
import { vault } from '../../testing/vault-source.ts';
import { toAnswer } from './param-answer.ts';
import { createSourceAnswers, sourceAnswersSchema } from './source-answers.ts';

const schema = sourceAnswersSchema(phoenix);

/** Each param as the value of its control. */
function answersOf(source: Source) {
  const params = Object.entries(exampleParams(source));
  return Object.fromEntries(params.map(([name, value]) => [name, toAnswer(value)]));
}

it('a new form has the values of the first preset', () => {
  expect(createSourceAnswers(phoenix)).toMatchObject({
    preset: 'hdinsight',
    name: '',
    params: { host: '', port: '443', httpPath: '/hbasephoenix0', enableSsl: true },
  });
});

it('a new form of a source without presets is empty', () => {
  expect(createSourceAnswers(vault)).toEqual({
    preset: '',
    name: '',
    description: '',
    params: { key: '', seal: '' },
  });
});

it('an empty form has an error for each field, by the path of the field', () => {
  const { params } = createSourceAnswers(phoenix);
  const issues = schema.safeParse(createSourceAnswers(phoenix)).error?.issues ?? [];
  const told = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  expect(told).toEqual([
    'name: Enter a name for the connection.',
    ...phoenix.authMethod.params.flatMap((param) =>
      params[param.name] === '' && 'missing' in param ? [`params.${param.name}: ${param.missing}`] : [],
    ),
  ]);
  for (const sentence of [
    'params.host: Enter the host of the Phoenix server, such as mycluster.azurehdinsight.net.',
    'params.username: Enter the username.',
    'params.password: Enter the password.',
  ]) {
    expect(told).toContain(sentence);
  }
});

describe('a port as text', () => {
  it.each([
    ['443', 443],
    [' 8765 ', 8765],
  ])('%j is %j', (port, number) => {
    const { params } = schema.parse({
      preset: 'custom',
      name: 'A',
      description: '',
      params: { ...answersOf(phoenix), port, enableSsl: false },
    });
    expect(params['port']).toBe(number);
  });

  it.each(['', 'abc', '1e3', '0x1', '44 3', '+1', '1.0'])('%j is rejected', (port) => {
    const { error } = schema.safeParse({
      preset: 'custom',
      name: 'A',
      description: '',
      params: { ...answersOf(phoenix), port, enableSsl: false },
    });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['params.port', 'Port must be a whole number from 1 to 65535.'],
    ]);
  });
});
