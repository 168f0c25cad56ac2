import { Ajv } from 'ajv';
import { problem } from '../refusal.ts';
import { connectionSpecs, findParamsSchema } from './connection-specs.ts';

interface SpecReference {
  readonly id: string;
  readonly version: string;
}

// Ajv rejects unknown formats. This format only marks a secret, which may be any text.
const ajv = new Ajv({ strict: false, formats: { password: true } });

/**
 * Validates an auth object against the connection spec. Keys that the spec does not name are accepted, because its
 * JSON Schema does not forbid them (docs/flow-service.md#connection-specs).
 * @throws {Refusal} 1413-400 unknown spec, 1415-400 unknown auth spec, 1304-400 and 1312-400 for a param (ERR-S).
 */
export function checkAuth(
  { id, version }: SpecReference,
  { specName, params }: { readonly specName: string; readonly params: Readonly<Record<string, unknown>> },
): void {
  if (!connectionSpecs.some((spec) => spec.id === id && spec.version === version)) {
    throw problem('1413-400', `No connection spec has the ID ${id} and the version ${version}.`);
  }
  const schema = findParamsSchema(id, specName);
  if (schema === undefined) {
    throw problem('1415-400', `The connection spec ${id} has no auth spec with the name ${specName}.`);
  }
  const missing = schema.required.find((name) => [undefined, null, ''].some((none) => params[name] === none));
  if (missing !== undefined) {
    throw problem('1304-400', `The mandatory parameter ${missing} is missing or empty.`);
  }
  // Ajv caches compiled schemas.
  const matches = ajv.compile(schema);
  if (matches(params)) return;
  const [error] = matches.errors ?? [];
  const name = error?.instancePath.split('/')[1] ?? '';
  throw problem('1312-400', `The value of the parameter ${name} is invalid: it ${error?.message}.`);
}
