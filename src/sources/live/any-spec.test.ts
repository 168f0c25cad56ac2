import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specFixtures } from '../../testing/spec-fixtures.ts';
import { exampleParams } from '../example-params.ts';
import { findEntry, sourceIndex } from '../source-index.ts';
import { paramsSchema } from '../params-schema.ts';
import { phoenix } from '../phoenix/phoenix.ts';
import { isSecretParam } from '../secrets.ts';
import { type Source, type SourceDescription, chooseAuthMethod } from '../source.ts';
import { describeSpec, overlaySpec } from './overlay-spec.ts';

/** Everything that a form needs of a source. */
function expectUsable(description: SourceDescription): void {
  for (const { specName } of description.authMethods) {
    const source: Source = chooseAuthMethod(description, specName);
    const names = source.authMethod.params.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, label } of source.authMethod.params) {
      expect(name).toMatch(/^[A-Za-z_][\w-]*$/);
      expect(label.trim()).not.toBe('');
    }
    expect(paramsSchema(source).safeParse(exampleParams(source)).error).toBeUndefined();
  }
}

describe.each(Object.entries(specFixtures))('the spec %s', (name, spec) => {
  it('can be drawn alone and over every built-in source', async () => {
    const alone = describeSpec(name === 'genericRest' ? { ...Object(spec), id: 'rest' } : spec, 'slug');
    expect(alone === null).toBe(name === 'genericStreaming');
    if (alone !== null) expectUsable(alone.source);
    for (const { load } of sourceIndex) expectUsable(overlaySpec(await load(), spec).source);
  });
});

it('asks for tokens of a consent page as raw fields, and draws nested objects as JSON', () => {
  const { source, notes } =
    describeSpec({ ...Object(specFixtures['genericRest']), id: 'rest' }, 'rest') ?? {};
  expect(source?.remarks).toEqual(['consent']);
  expect(source?.authMethods.map(({ params }) => params.map(({ name }) => name))).toEqual([
    [
      'authorizationTestUrl',
      'clientId',
      'clientSecret',
      'accessToken',
      'refreshToken',
      'accessTokenUrl',
      'requestParameterOverride',
    ],
    ['host', 'username', 'password'],
  ]);
  expect(notes).toEqual([
    'Enter requestParameterOverride as JSON. The form has no other field for it.',
    'Adobe’s definition requires host but does not describe it, so it is not sent.',
  ]);
});

it('keeps the label of the built-in method where Adobe renamed it', async () => {
  const builtIn = await findEntry('74a1c565-4e59-48d7-9d67-7c03b8a13137')?.load();
  const { source } = overlaySpec(builtIn ?? phoenix, specFixtures['postgreSql']);
  expect(source.authMethods[0]).toMatchObject({
    specName: 'Basic Authentication for PostgreSQL',
    label: 'Connection string',
    params: [{ label: 'Connection string', control: 'secret' }],
  });
});

it('whatever the answer is, the form can be used and no secret becomes visible', () => {
  const key = fc.constantFrom(
    'type',
    'enum',
    'const',
    'default',
    'format',
    'title',
    'description',
    'pattern',
    'examples',
    'properties',
    'uiAttributes',
    'hidden',
    'minimum',
    'maximum',
  );
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      'string',
      'integer',
      'number',
      'boolean',
      'object',
      'array',
      ['null', 'string'],
      'password',
      '\u202Egnp',
      '<img src=x>',
      { hidden: true },
      -0,
      1e308,
    ),
  );
  const schema = fc.oneof(
    { weight: 4, arbitrary: fc.dictionary(key, value) },
    { weight: 1, arbitrary: value },
  );
  const name = fc.oneof(
    fc.constantFrom(
      ...phoenix.authMethod.params.map((param) => param.name),
      'HOST',
      '__proto__',
      'a.b',
      'constructor',
    ),
    fc.string(),
  );
  const properties = fc.oneof(
    { weight: 6, arbitrary: fc.dictionary(name, schema) },
    { weight: 1, arbitrary: value },
  );
  const method = fc.record(
    {
      name: fc.oneof(fc.constantFrom<unknown>('Basic Authentication', ' B '), value),
      type: value,
      spec: fc.record({ properties, required: fc.oneof(value, fc.array(name)) }),
    },
    { requiredKeys: [] },
  );
  const spec = fc.record({
    id: value,
    name: value,
    version: value,
    attributes: value,
    authSpec: fc.oneof(
      { weight: 6, arbitrary: fc.array(method, { maxLength: 4 }) },
      { weight: 1, arbitrary: value },
    ),
  });
  fc.assert(
    fc.property(fc.oneof(spec, fc.record({ items: fc.array(spec) }), value), (answer) => {
      const { source, differences, notes } = overlaySpec(phoenix, answer);
      expectUsable(source);
      const passwords = source.authMethods.flatMap(({ params }) =>
        params.filter((param) => param.name === 'password'),
      );
      expect(passwords.filter((param) => !isSecretParam(param))).toEqual([]);
      for (const sentence of [...differences, ...notes]) expect(sentence).not.toMatch(/[\n\u202E]/u);
      const alone = describeSpec(answer, 'slug');
      if (alone !== null) expectUsable(alone.source);
    }),
    { numRuns: 1000 },
  );
});
