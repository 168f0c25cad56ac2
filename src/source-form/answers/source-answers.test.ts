import { describe, expect, it } from 'vitest';
import { exampleParams } from '../../sources/example-params.ts';
import { mysql } from '../../sources/catalog/mysql.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { type Source, chooseAuthMethod } from '../../sources/source.ts';
import { cabinet } from '../../testing/cabinet-source.ts';
import { vault } from '../../testing/vault-source.ts';
import { toAnswer } from './param-answer.ts';
import { createSourceAnswers, parseSourceAnswers, sourceAnswersSchema } from './source-answers.ts';

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
    authMethod: 'Key Authentication',
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
      authMethod: 'Basic Authentication',
      preset: 'custom',
      name: 'A',
      description: '',
      params: { ...answersOf(phoenix), port, enableSsl: false },
    });
    expect(params['port']).toBe(number);
  });

  it.each(['', 'abc', '1e3', '0x1', '44 3', '+1', '1.0'])('%j is rejected', (port) => {
    const { error } = schema.safeParse({
      authMethod: 'Basic Authentication',
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

describe('a source with several auth methods', () => {
  const [drawers, token] = cabinet.authMethods.map(({ specName }) => chooseAuthMethod(cabinet, specName));
  const filled = {
    ...createSourceAnswers(cabinet),
    name: 'A',
    params: {
      server: ' cabinet.example ',
      port: ' 09042 ',
      notes: ' first\nsecond ',
      pem: ' --- \n',
      mode: '1',
      options: '{"a": [1, null]}',
      keys: '["hidden"]',
      role: ' ',
      encrypt: '',
      token: ' kept ',
    },
  };

  it('sends each control with its type, and neither empty optional params nor params of another method', () => {
    expect(parseSourceAnswers(cabinet, filled).data?.params).toStrictEqual({
      server: 'cabinet.example',
      port: '9042',
      notes: 'first\nsecond',
      pem: ' --- \n',
      mode: 1,
      options: { a: [1, null] },
      keys: ['hidden'],
    });
  });

  it('sends an optional switch once it was used', () => {
    const used = { ...filled, params: { ...filled.params, encrypt: false, role: 'reader' } };
    expect(parseSourceAnswers(cabinet, used).data?.params).toMatchObject({ encrypt: false, role: 'reader' });
  });

  it('checks and sends the params of the chosen method', () => {
    const chosen = { ...filled, authMethod: token?.authMethod.specName ?? '' };
    expect(parseSourceAnswers(cabinet, chosen).data?.params).toStrictEqual({
      server: 'cabinet.example',
      token: ' kept ',
    });
    const without = { ...chosen, params: { ...chosen.params, token: '' } };
    expect(parseSourceAnswers(cabinet, without).error?.issues.map(({ message }) => message)).toEqual([
      'Enter the token.',
    ]);
  });

  it('says what is wrong with each control', () => {
    const params = { ...filled.params, port: 'x', mode: 'three', options: '[1]', keys: '{"a"' };
    const { error } = parseSourceAnswers(cabinet, { ...filled, params });
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'params.port: Port must be a whole number from 1 to 65535.',
      'params.mode: Choose a mode.',
      'params.options: Options must be a JSON object, such as {"key": "value"}.',
      'params.keys: Keys must be JSON. Write text in double quotes.',
    ]);
  });

  it('keeps the values of every method in a new form, and gives the same source for the same method', () => {
    expect(Object.keys(createSourceAnswers(cabinet).params)).toEqual(Object.keys(filled.params));
    expect(chooseAuthMethod(cabinet, token?.authMethod.specName)).toBe(token);
    expect(drawers).toBe(cabinet);
  });
});

describe('a connection string with fields', () => {
  const source = chooseAuthMethod(mysql);
  const fields = {
    'connectionString:server': ' db ',
    'connectionString:port': '',
    'connectionString:database': 'sales',
    'connectionString:user': 'reader',
    'connectionString:password': 'hidden',
  };
  const parse = (params: Readonly<Record<string, string>>) => {
    const fresh = createSourceAnswers(source);
    return parseSourceAnswers(source, { ...fresh, name: 'Sales', params: { ...fresh.params, ...params } });
  };

  it('sends the text that the fields make up, and nothing else', () => {
    expect(parse({ ...fields, connectionString: 'an older text' }).data?.params).toEqual({
      connectionString: 'Server=db;Database=sales;UID=reader;PWD=hidden',
    });
  });

  it('sends the text as it is when it is entered as a text', () => {
    const text = { 'connectionString:entry': 'text', connectionString: ' any "text"; ' };
    expect(parse({ ...fields, ...text }).data?.params).toEqual({ connectionString: ' any "text"; ' });
  });

  it.each([
    [{}, ['server', 'database', 'user', 'password']],
    [{ ...fields, 'connectionString:password': ' hidden' }, ['password']],
    [{ ...fields, 'connectionString:database': 'a"b' }, ['database']],
    [{ ...fields, 'connectionString:port': '99999' }, ['port']],
  ])('names the fields that are missing or invalid: %j', (params, names) => {
    const paths = parse(params).error?.issues.map(({ path }) => path.at(-1));
    expect(paths).toEqual(names.map((name) => `connectionString:${name}`));
  });

  it('names the text when it is empty', () => {
    const paths = parse({ ...fields, 'connectionString:entry': 'text' }).error?.issues.map(
      ({ path }) => path,
    );
    expect(paths).toEqual([['params', 'connectionString']]);
  });
});
