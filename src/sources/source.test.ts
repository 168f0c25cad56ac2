import { expect, it } from 'vitest';
import { vault } from '../testing/vault-source.ts';
import { catalog } from './catalog.ts';
import { findSource } from './find-source.ts';
import { exampleParams } from './example-params.ts';
import { phoenix } from './phoenix/phoenix.ts';
import { isSecret } from './secrets.ts';
import { chooseAuthMethod } from './source.ts';

const both = { ...phoenix, authMethods: [phoenix.authMethod, vault.authMethod] } as const;

it.each([
  ['Basic Authentication', phoenix, false],
  ['Key Authentication', vault, true],
  ['none of them', phoenix, false],
  [undefined, phoenix, false],
])('the params belong to the selected auth method: %s', (specName, { authMethod }, hasSeal) => {
  const source = chooseAuthMethod(both, specName);
  expect(Object.keys(exampleParams(source))).toEqual(authMethod.params.map(({ name }) => name));
  expect(isSecret(source, 'seal')).toBe(hasSeal);
});

it('finds the source of a connection, whatever its auth method', () => {
  for (const source of catalog) {
    const { connectionSpec } = source;
    for (const { specName } of source.authMethods) {
      expect(findSource({ connectionSpec, auth: { specName } })?.authMethod.specName).toBe(specName);
    }
    expect(findSource({ connectionSpec, auth: { specName: 'none of them' } })).toEqual(source);
    expect(findSource({ connectionSpec })).toEqual(source);
  }
  expect(findSource(vault)).toBeNull();
});
