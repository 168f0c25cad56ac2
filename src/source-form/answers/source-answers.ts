import * as z from 'zod/mini';
import { paramSchema } from '../../sources/params-schema.ts';
import type { ParamAnswer, ParamAnswers, Source } from '../../sources/source.ts';
import type { HoldsSecret } from '../../ui/form/store.ts';
import { applyPreset } from '../apply-preset.ts';

/** The answers about a source, as the screen holds them. Some of `params` are secrets. */
export interface SourceAnswers extends HoldsSecret {
  /** Empty where the source has none. */
  preset: string;
  name: string;
  description: string;
  params: Record<string, ParamAnswer>;
}

/** A form not yet touched: the values of the first preset, where there is one, and everything else empty. */
export function createSourceAnswers(source: Source): SourceAnswers {
  const preset = source.presets[0]?.id ?? '';
  const empty: ParamAnswers = Object.fromEntries(
    source.authMethod.params.map(({ name, control }) => [name, control === 'switch' ? false : '']),
  );
  return { preset, name: '', description: '', params: applyPreset(source, preset, empty) };
}

/** An integer as it is typed: whatever is no row of digits is not a number, and the param's own schema says so. */
const integerText = z.pipe(
  z.string(),
  z.transform((typed): unknown => (/^\d+$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN)),
);

const heldParams = z.pipe(
  z.record(z.string(), z.union([z.string(), z.boolean()])),
  z.transform((params): Record<string, unknown> => params),
);

const schemas = new WeakMap<Source, ReturnType<typeof createSchema>>();

/** Checks the answers, and turns `params` into those of the wire by the source's own schema. */
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

/** The answers after the check: trimmed, and of the types of the wire. */
export type ParsedSourceAnswers = z.output<ReturnType<typeof sourceAnswersSchema>>;
