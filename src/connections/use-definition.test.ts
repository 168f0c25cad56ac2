import { expect, it } from 'vitest';
import { databricks } from '../sources/catalog/databricks.ts';
import { cabinet } from '../testing/cabinet-source.ts';
import { heldConnection } from '../testing/create-fixture.ts';
import { defineDocumented } from '../sources/live/definition.ts';
import { sourceOf } from './use-definition.ts';

const [first, second] = cabinet.authMethods;

it.each([first, second])('a connection has the auth method that it names: %j', (method) => {
  const held = heldConnection({ auth: { specName: method?.specName, params: {} } });
  expect(sourceOf(defineDocumented(cabinet), held)?.authMethod.specName).toBe(method?.specName);
});

it.each(['Kerberos Authentication', '', ` ${first.specName}`])(
  'the values of an unknown auth method have no known meaning: %j',
  (specName) => {
    const held = heldConnection({ auth: { specName, params: {} } });
    expect(sourceOf(defineDocumented(cabinet), held)).toBeNull();
    expect(sourceOf(defineDocumented(databricks), held)).toBeNull();
  },
);

it('a connection that names no auth method has the only one of its source', () => {
  const held = heldConnection({ auth: { params: {} } });
  expect(sourceOf(defineDocumented(databricks), held)).not.toBeNull();
  expect(sourceOf(defineDocumented(cabinet), held)).toBeNull();
});
