import { describe, expect, it } from 'vitest';
import { specFixtures } from '../../testing/spec-fixtures.ts';
import { synapse } from '../catalog/synapse.ts';
import { cassandra } from '../catalog/cassandra.ts';
import { exampleParams } from '../example-params.ts';
import { paramsSchema } from '../params-schema.ts';
import { phoenix } from '../phoenix/phoenix.ts';
import { isSecretParam, isSecret } from '../secrets.ts';
import { chooseAuthMethod } from '../source.ts';
import { overlaySpec } from './overlay-spec.ts';

const documented = {
  host: { type: 'string' },
  port: { type: 'integer', default: 8765 },
  httpPath: { type: 'string' },
  username: { type: 'string' },
  password: { type: 'string', format: 'password' },
  enableSsl: { type: 'boolean', default: false },
};
const needed = ['host', 'username', 'password'];

interface Written {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: unknown;
  readonly name?: string;
  readonly version?: string;
}

function specOf({
  properties = documented,
  required = needed,
  name = 'Basic Authentication',
  version = '1.0',
}: Written) {
  const authSpec = [{ name, spec: { type: 'object', properties, required } }];
  return { items: [{ id: phoenix.connectionSpec.id, name: 'phoenix', version, authSpec }] };
}

function overlay(written: Written) {
  const result = overlaySpec(phoenix, specOf(written));
  const source = chooseAuthMethod(result.source);
  const find = (name: string) => source.authMethod.params.find((param) => param.name === name);
  return { ...result, source, find };
}

it('changes nothing when the definition is as documented', () => {
  const { source, differences, notes, isLive } = overlay({});
  expect({ differences, notes, isLive }).toEqual({ differences: [], notes: [], isLive: true });
  expect(source.authMethod.params.map(({ label }) => label)).toEqual(
    phoenix.authMethod.params.map(({ label }) => label),
  );
  expect(source.presets).toBe(phoenix.presets);
  expect(source.endpoint).toBe(phoenix.endpoint);
  expect(paramsSchema(source).safeParse(exampleParams(phoenix)).success).toBe(true);
});

describe('auth methods', () => {
  it('are matched one by one when both sides have one, under the live name', () => {
    const { source, differences } = overlay({ name: 'Basic Authentication for Phoenix ' });
    expect(source.authMethod).toMatchObject({
      specName: 'Basic Authentication for Phoenix ',
      label: 'Basic authentication',
    });
    expect(differences).toEqual(['The authentication is now named Basic Authentication for Phoenix.']);
  });

  it('that are not in the definition are not offered, and new ones are', () => {
    const [connectionString] = synapse.authMethods;
    const authSpec = [
      { name: 'New Authentication', spec: { properties: { code: { type: 'string' } } } },
      { name: connectionString.specName, spec: { properties: { connectionString: { type: 'string' } } } },
    ];
    const { source, differences } = overlaySpec(synapse, { authSpec });
    expect(source.authMethods.map(({ specName }) => specName)).toEqual([
      'New Authentication',
      connectionString.specName,
    ]);
    expect(differences).toEqual([
      'Adobe no longer offers the authentication Service principal.',
      'Adobe now also offers the authentication New Authentication.',
      'Connection string is now optional.',
    ]);
  });
});

describe('params', () => {
  it('that differ only in case keep their label, and have the live name', () => {
    const { httpPath, ...others } = documented;
    const { find, differences } = overlay({ properties: { ...others, HTTPPATH: httpPath } });
    expect(find('HTTPPATH')?.label).toBe('HTTP path');
    expect(differences).toEqual(['HTTP path is now sent as HTTPPATH.']);
  });

  it('that are renamed count as one lost and one new, and presets without their params are off', () => {
    const { httpPath, ...others } = documented;
    const { source, find, differences } = overlay({
      properties: { ...others, path: httpPath, catalog: { type: 'string' } },
      required: [...needed, 'catalog'],
    });
    expect(differences).toEqual([
      'Adobe now also accepts path.',
      'Adobe now also requires catalog.',
      'Adobe no longer accepts HTTP path, so it is not sent.',
    ]);
    expect(find('path')).toMatchObject({ label: 'path', isRequired: false });
    expect(find('catalog')).toMatchObject({ label: 'catalog', isRequired: true });
    expect(source.authMethod.lost?.map(({ name }) => name)).toEqual(['httpPath']);
    expect([source.presets, source.presetQuestion, source.address]).toEqual([[], null, 'host']);
    // The host and the port can still be checked, up to the encryption.
    expect(source.endpoint).toMatchObject({ protocol: 'none', host: 'host', port: 'port', path: null });
  });

  it('have the live order, and the live version is sent', () => {
    const { source } = overlay({
      properties: Object.fromEntries(Object.entries(documented).toReversed()),
      version: '2.0',
    });
    expect(source.authMethod.params.map(({ name }) => name)).toEqual(Object.keys(documented).toReversed());
    expect(source.connectionSpec).toEqual({ id: phoenix.connectionSpec.id, version: '2.0' });
  });

  it.each([
    ['port', { type: 'string' }, '8765', 'Port is now a number sent as text.'],
    ['port', { type: 'object' }, {}, 'Port is now entered as JSON.'],
    ['username', { type: 'integer' }, 7, 'Username is now a number.'],
    ['enableSsl', { type: 'string', enum: ['on', 'off'] }, 'off', 'Enable SSL is now a choice.'],
    ['enableSsl', { type: 'string' }, 'on', 'Enable SSL is now text.'],
    ['httpPath', { type: ['null', 'boolean'] }, true, 'HTTP path is now a switch.'],
  ])('%s with the type %j is sent as %j', (name, schema, value, difference) => {
    const { source, differences } = overlay({ properties: { ...documented, [name]: schema } });
    expect(differences).toEqual([difference]);
    const values = { ...exampleParams(phoenix), [name]: value };
    expect(paramsSchema(source).safeParse(values).error).toBeUndefined();
    expect(paramsSchema(source).safeParse({ ...values, [name]: [] }).success).toBe(false);
  });

  it('that are documented as text can become numbers', () => {
    const authSpec = [{ name: 'Basic Authentication', spec: { properties: { port: { type: 'integer' } } } }];
    const { differences } = overlaySpec(cassandra, { authSpec });
    expect(differences).toContain('Port is now a number.');
  });

  it('are required as the definition says', () => {
    const { find, differences } = overlay({ required: ['host', 'port', 'password'] });
    expect([find('port')?.isRequired, find('username')?.isRequired]).toEqual([true, false]);
    expect(differences).toEqual(['Port is now required.', 'Username is now optional.']);
  });

  it('keep the words of the form, and a pattern is advice', () => {
    const host = {
      type: 'string',
      title: 'Other',
      description: '<b>Other</b>',
      pattern: '^x$',
      examples: ['x'],
    };
    const { source, find, differences } = overlay({ properties: { ...documented, host } });
    expect(find('host')).toMatchObject({ label: 'Host', guide: { example: 'mycluster.azurehdinsight.net' } });
    expect(find('host')?.guide.whereToFind).toContain('Adobe’s definition gives this pattern: ^x$');
    expect(differences).toEqual([]);
    expect(paramsSchema(source).safeParse(exampleParams(phoenix)).success).toBe(true);
  });

  it('that are required without being described are not asked for, and are named', () => {
    const { source, notes } = overlay({ required: [...needed, 'ghost'] });
    expect(source.authMethod.params).toHaveLength(6);
    expect(notes).toEqual(['Adobe’s definition requires ghost but does not describe it, so it is not sent.']);
  });

  it('that are hidden are neither asked for nor sent', () => {
    const port = { type: 'integer', uiAttributes: { hidden: true } };
    expect(overlay({ properties: { ...documented, port } }).find('port')).toBeUndefined();
  });

  it('get the default of the definition, except optional switches that are off', () => {
    const { find } = overlay({
      properties: {
        ...documented,
        extra: { type: 'boolean', default: true },
        off: { type: 'boolean', default: false },
        zone: { type: 'string', default: 'UTC' },
      },
    });
    expect(['port', 'extra', 'off', 'zone', 'enableSsl'].map((name) => find(name)?.initial)).toEqual([
      '8765',
      true,
      undefined,
      'UTC',
      undefined,
    ]);
  });
});

describe('secrets', () => {
  it.each([
    ['password', { type: 'string' }],
    ['password', { type: 'object' }],
    ['password', { enum: ['a', 'b'] }],
    ['username', { type: 'string', format: 'password' }],
    ['apiToken', { type: 'string' }],
    ['tls', { type: 'object', properties: { key: { anyOf: [{ format: 'password' }] } } }],
  ])('%s with %j is a secret', (name, schema) => {
    const { source } = overlay({ properties: { ...documented, [name]: schema } });
    expect(isSecret(source, name)).toBe(true);
  });

  it('a nested field name that only looks like a secret is none', () => {
    const { source } = overlay({
      properties: {
        ...documented,
        names: { type: 'object', properties: { clientSecret: { type: 'string' } } },
      },
    });
    expect(isSecret(source, 'names')).toBe(false);
  });

  it('are secret in every method', () => {
    const method = (name: string, more: object) => ({
      name,
      spec: { properties: { pin2: { type: 'string', ...more } } },
    });
    const { source } = overlaySpec(phoenix, {
      authSpec: [method('A', {}), method('B', { format: 'password' })],
    });
    expect(source.authMethods.map(({ params }) => params.every(isSecretParam))).toEqual([true, true]);
  });
});

it.each([
  ['nothing', null],
  ['an empty list', { items: [] }],
  ['no auth method', specFixtures['genericStreaming']],
  ['no properties', specOf({ properties: {} })],
  ['text', 'spec'],
])('an answer with %s leaves the built-in form, and says so', (_, answer) => {
  const { source, isLive, differences } = overlaySpec(phoenix, answer);
  expect(source).toBe(phoenix);
  expect(isLive).toBe(false);
  expect(differences).toEqual([
    'Adobe’s definition of Apache Phoenix cannot be used. The form uses the documented values.',
  ]);
});
