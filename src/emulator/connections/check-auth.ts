import * as z from 'zod/mini';
import { findSource } from '../../sources/catalog.ts';
import { paramsSchema } from '../../sources/params-schema.ts';
import type { Source } from '../../sources/source.ts';
import { problem } from '../refusal.ts';

interface SpecReference {
  readonly id: string;
  readonly version: string;
}

/**
 * Holds an auth object against its connection spec. Keys that the spec does not name pass: its JSON Schema
 * does not forbid them (contract 7).
 * @throws {Refusal} 1413-400 unknown spec, 1415-400 unknown auth spec, 1304-400 and 1312-400 for a param.
 */
export function checkAuth(
  spec: SpecReference,
  auth: { readonly specName: string; readonly params: Readonly<Record<string, unknown>> },
): void {
  const source = findSource({ connectionSpec: spec, auth });
  if (source?.connectionSpec.version !== spec.version) {
    throw problem('1413-400', `No connection spec has the ID ${spec.id} and the version ${spec.version}.`);
  }
  if (auth.specName !== source.authMethod.specName) {
    throw problem(
      '1415-400',
      `The connection spec ${spec.id} has no auth spec with the name ${auth.specName}.`,
    );
  }
  checkParams(source, auth.params);
}

/** The schema of a source's params on the wire, where some may be left out. */
export function wireParams(source: Source) {
  const optional = source.authMethod.params.filter(({ isRequired }) => !isRequired);
  return z.partial(
    paramsSchema(source),
    Object.fromEntries(optional.map(({ name }) => [name, true as const])),
  );
}

/** ERR-S: 1304-400 mandatory param missing or empty, 1312-400 value invalid; both name the param. */
function checkParams(source: Source, params: Readonly<Record<string, unknown>>): void {
  const issue = wireParams(source).safeParse(params).error?.issues[0];
  if (issue === undefined) return;
  const name = String(issue.path[0]);
  const value = params[name];
  if (value === undefined || value === null || value === '') {
    throw problem('1304-400', `The mandatory parameter ${name} is missing or empty.`);
  }
  throw problem('1312-400', `The value of the parameter ${name} is invalid. ${issue.message}`);
}
