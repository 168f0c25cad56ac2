import { Ajv, type ValidateFunction } from 'ajv';
import { problem } from '../refusal.ts';
import type { ParamsSchema, ServedSpec } from './connection-specs.ts';

interface SpecReference {
  readonly id: string;
  readonly version: string;
}

// Ajv rejects unknown formats. This format only marks a secret, which may be any text.
const ajv = new Ajv({ strict: false, formats: { password: true } });
const validators = new WeakMap<object, ValidateFunction>();

/**
 * Validates an auth object against the connection spec. Keys that the spec does not name are accepted, because its
 * JSON Schema does not forbid them (docs/flow-service.md#connection-specs). A required param that the spec does not
 * describe is not asked for, and params of a spec without auth specs are not checked. Numbers and Booleans may be text
 * (docs/flow-service.md#phoenix-params), and an empty optional param counts as absent.
 * @throws {Refusal} 1413-400 unknown spec, 1415-400 unknown auth spec, 1304-400 and 1312-400 for a param (ERR-S).
 */
export function checkAuth(
  { id, version }: SpecReference,
  { specName, params }: { readonly specName: string; readonly params: Readonly<Record<string, unknown>> },
  specs: readonly ServedSpec[],
): void {
  const found = specs.find((spec) => spec.id === id && spec.version === version);
  if (found === undefined) {
    throw problem('1413-400', `No connection spec has the ID ${id} and the version ${version}.`);
  }
  if (found.authSpec.length === 0) return;
  const schema = found.authSpec.find(({ name }) => name === specName)?.spec;
  if (schema === undefined) {
    throw problem('1415-400', `The connection spec ${id} has no auth spec with the name ${specName}.`);
  }
  const missing = schema.required.find(
    (name) => name in schema.properties && [undefined, null, ''].some((none) => params[name] === none),
  );
  if (missing !== undefined) {
    throw problem('1304-400', `The mandatory parameter ${missing} is missing or empty.`);
  }
  const matches = validators.get(schema) ?? ajv.compile({ ...schema, required: [] });
  validators.set(schema, matches);
  if (matches(readTyped(params, schema.properties))) return;
  const [error] = matches.errors ?? [];
  const name = error?.instancePath.split('/')[1] ?? '';
  throw problem('1312-400', `The value of the parameter ${name} is invalid: it ${error?.message}.`);
}

/** The params as the schema describes them, without empty ones. */
function readTyped(params: Readonly<Record<string, unknown>>, properties: ParamsSchema['properties']) {
  return Object.fromEntries(
    Object.entries(params)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [
        name,
        typeof value === 'string' ? toTyped(value, properties[name]?.type) : value,
      ]),
  );
}

function toTyped(text: string, type: string | undefined): string | number | boolean {
  if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}
