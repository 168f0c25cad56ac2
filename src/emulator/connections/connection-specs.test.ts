import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { exampleParams } from '../../sources/example-params.ts';
import { isSecret } from '../../sources/secrets.ts';
import { paramsSchema } from '../../sources/params-schema.ts';
import { sourceIndex } from '../../sources/source-index.ts';
import { type Source, chooseAuthMethod } from '../../sources/source.ts';
import { createEmulatorFixture, failureOf } from '../../testing/emulator-fixture.ts';

const catalog = await Promise.all(sourceIndex.map(({ load }) => load()));
const withMethods = catalog.flatMap((description) =>
  description.authMethods.map(({ specName }) => ({
    name: `${description.name}, ${specName}`,
    source: chooseAuthMethod(description, specName),
  })),
);

describe('GET /connectionSpecs (OAS-S)', () => {
  it('returns every source of the catalog, individually and in the list', async () => {
    const { client } = createEmulatorFixture();
    const { items } = await client.listConnectionSpecs('prod');
    expect(items).toHaveLength(catalog.length);
    for (const { slug, connectionSpec, authMethods } of catalog) {
      const spec = await client.getConnectionSpec('prod', connectionSpec.id);
      expect(spec).toMatchObject({
        ...connectionSpec,
        name: slug,
        authSpec: authMethods.map(({ specName }) => ({ name: specName })),
      });
      expect(items).toContainEqual(spec);
    }
  });

  it.each([
    ['property=name==phoenix', 1],
    ['property=id==102706fb-a5cd-42ee-afe0-bc42f017ff43', 1],
    ['property=providerId==0ed90a81-07f4-4586-8190-b40eccef1c5a', catalog.length],
    ['property=attributes.category==Databases', catalog.length],
    ['property=name==mysql', 1],
    ['property=name==none', 0],
    // The sample in SORT.
    ['property=attributes.isSource==true', catalog.length],
    ['property=attributes.isSource==false', 0],
    ['property=attributes.connectorName="Phoenix"', 1],
    ['property=authSpec[].name=="HDInsights Basic Authentication"', 2],
  ])('filters by %s (SORT)', async (query, count) => {
    const { request } = createEmulatorFixture();
    const response = await request('GET', `/flowservice/connectionSpecs?${query}`);
    expect(await response.json()).toMatchObject({ items: Array.from({ length: count }, () => ({})) });
  });

  it('returns 404 for other specs, and filters by fields that specs have', async () => {
    const { client, request } = createEmulatorFixture();
    expect(await failureOf(client.getConnectionSpec('prod', 'other'))).toMatchObject({ status: 404 });
    const response = await request('GET', '/flowservice/connectionSpecs?property=state==enabled');
    expect(await response.text()).toContain('/FLOW-1423-400"');
  });
});

const absent = Symbol('absent');

/** Generates a valid value in most cases, otherwise no value or one of another type. */
function paramValue(good: unknown) {
  // The spec says that the value is text. The form also says what the text has to be.
  const isText = typeof good === 'string';
  const others = [absent, null, false, 443, 443.5, [], {}, isText ? good : 'text'];
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<unknown>(good) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...others) },
  );
}

/** The schema of a source's params on the wire, where some params are optional. */
function wireParams(source: Source) {
  const optional = source.authMethod.params.filter(({ isRequired }) => !isRequired);
  return z.partial(
    paramsSchema(source),
    Object.fromEntries(optional.map(({ name }) => [name, true as const])),
  );
}

const jsonSchema = z.object({
  properties: z.record(z.string(), z.object({ format: z.optional(z.string()) })),
});

describe.each(withMethods)(
  'the JSON Schema of $name, compared with an independent validator',
  ({ source }) => {
    const fetchSchema = async () => {
      const { client } = createEmulatorFixture();
      const spec = await client.getConnectionSpec('prod', source.connectionSpec.id);
      return spec?.authSpec?.find(({ name }) => name === source.authMethod.specName)?.spec ?? {};
    };

    it('has the same params as the zod schema, and marks the same ones as secret', async () => {
      const { properties } = jsonSchema.parse(await fetchSchema());
      const names = source.authMethod.params.map(({ name }) => name);
      expect(Object.keys(properties).toSorted()).toEqual(names.toSorted());
      expect(names.filter((name) => properties[name]?.format === 'password')).toEqual(
        names.filter((name) => isSecret(source, name)),
      );
    });

    it('accepts and rejects the same params, by type and by presence', async () => {
      const accepts = new Ajv({ strict: false, formats: { password: true } }).compile(await fetchSchema());
      const examples = exampleParams(source);
      const verdicts = new Set<boolean>();
      fc.assert(
        fc.property(
          fc.tuple(...source.authMethod.params.map((param) => paramValue(examples[param.name]))),
          (values) => {
            const params = Object.fromEntries(
              source.authMethod.params.flatMap(({ name }, index) =>
                values[index] === absent ? [] : [[name, values[index]]],
              ),
            );
            const accepted = accepts(params);
            verdicts.add(accepted);
            expect(wireParams(source).safeParse(params).success).toBe(accepted);
          },
        ),
        { numRuns: 500 },
      );
      // Neither schema may pass this test by accepting or rejecting everything.
      expect(verdicts.size).toBe(2);
    });

    it('validates a create', async () => {
      const { client, request } = createEmulatorFixture();
      const { connectionSpec } = source;
      const { specName } = source.authMethod;
      const examples = exampleParams(source);
      const create = (params: Record<string, unknown>) =>
        client.createConnection('prod', { name: 'A', auth: { specName, params }, connectionSpec });

      const { id } = await create(examples);
      const stored = await request('GET', `/flowservice/connections/${id}`);
      const text = await stored.text();
      for (const { name } of source.authMethod.params.filter((param) => isSecret(source, param.name))) {
        expect(text).not.toContain(JSON.stringify(examples[name]));
      }
      const { params } = source.authMethod;
      const outcomes = await Promise.all(
        params.map(async ({ name }) => {
          const { [name]: _, ...others } = examples;
          return create(others).then(
            () => 'created',
            (error: unknown) => (error instanceof FlowServiceError ? error.code : error),
          );
        }),
      );
      expect(outcomes).toEqual(params.map(({ isRequired }) => (isRequired ? 'FLOW-1304-400' : 'created')));
    });
  },
);
