import * as z from 'zod/mini';
import { paramSchema } from '../../sources/params-schema.ts';
import type { ParamAnswer, ParamAnswers, Source } from '../../sources/source.ts';
import type { HoldsSecret } from '../../ui/form/store.ts';
import { applyPreset } from '../apply-preset.ts';

/** The answers about a source as the form contains them. Some of `params` are secrets. */
export interface SourceAnswers extends HoldsSecret {
  /** Empty for a source without presets. */
  preset: string;
  name: string;
  description: string;
  params: Record<string, ParamAnswer>;
}

/** The values of a new form: the values of the first preset, if there is one. Everything else is empty. */
export function createSourceAnswers(source: Source): SourceAnswers {
  const preset = source.presets[0]?.id ?? '';
  const empty: ParamAnswers = Object.fromEntries(
    source.authMethod.params.map(({ name, control }) => [name, control === 'switch' ? false : '']),
  );
  return { preset, name: '', description: '', params: applyPreset(source, preset, empty) };
}

/** An integer as text. Text that contains anything but digits becomes NaN, which the param's own schema refuses. */
const integerText = z.pipe(
  z.string(),
  z.transform((typed): unknown => (/^\d+$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN)),
);

const heldParams = z.pipe(
  z.record(z.string(), z.union([z.string(), z.boolean()])),
  z.transform((params): Record<string, unknown> => params),
);

const schemas = new WeakMap<Source, ReturnType<typeof createSchema>>();

/** The schema of the answers. It converts `params` to API values with the source's own schema. */
export function sourceAnswersSchema(source: Source) {
  const known = schemas.get(source);
  if (known !== undefined) return known;
  const schema = createSchema(source);
  schemas.set(source, schema);
  return schema;
}

function createSchema(source: Source) {
  const params = Object.fromEntries(
    source.authMethod.params.map((param) => {
      const schema = paramSchema(param);
      return [param.name, param.control === 'integer' ? z.pipe(integerText, schema) : schema];
    }),
  );
  return z.object({
    preset: z.string(),
    name: z.string().check(z.trim(), z.minLength(1, 'Enter a name for the connection.')),
    description: z.string().check(z.trim()),
    params: z.pipe(heldParams, z.object(params)),
  });
}

/** The validated answers: trimmed and with the types of the API. */
export type ParsedSourceAnswers = z.output<ReturnType<typeof sourceAnswersSchema>>;
