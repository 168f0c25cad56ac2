import * as z from 'zod/mini';
import {
  type Param,
  type ParamAnswer,
  type ParamAnswers,
  type AuthMethod,
  type Source,
  allParams,
  chooseAuthMethod,
  formParams,
  isOptional,
} from '../../sources/source.ts';
import { findText } from '../../sources/fielded-text.ts';
import { cleanEdges } from '../../text/clean-edges.ts';
import type { HoldsSecret } from '../../ui/form/store.ts';
import { applyPreset } from '../apply-preset.ts';
import { answerSchema } from './answer-schema.ts';
import { toSent, withoutHidden } from './sent-params.ts';

/** The answers about a source as the form contains them. Some of `params` are secrets. */
export interface SourceAnswers extends HoldsSecret {
  /** The `specName` of the chosen auth method. `params` also keeps the values of the other methods. */
  authMethod: string;
  /** Empty for a source without presets. */
  preset: string;
  name: string;
  description: string;
  params: Record<string, ParamAnswer>;
}

/** The values of a new form: the values of the first preset, if there is one. Everything else is empty. */
export function createSourceAnswers(source: Source): SourceAnswers {
  const preset = source.presets[0]?.id ?? '';
  const initial = Object.fromEntries(allParams(source).map((param) => [param.name, initialAnswer(param)]));
  return {
    authMethod: source.authMethod.specName,
    preset,
    name: '',
    description: '',
    params: applyPreset(source, preset, initial),
  };
}

/** An optional switch is empty until it is used, because an unused one is not sent. */
export function initialAnswer(param: Param): ParamAnswer {
  return param.initial ?? (param.control === 'switch' && !isOptional(param) ? false : '');
}

/** Whether the control of a param can show an answer. */
export function fitsControl(param: Param, answer: ParamAnswer | undefined): boolean {
  return (
    typeof answer === (param.control === 'switch' ? 'boolean' : 'string') || answer === initialAnswer(param)
  );
}

const heldParams = z.record(z.string(), z.union([z.string(), z.boolean()]));

const schemas = new WeakMap<Source, ReturnType<typeof createSchema>>();

/** The schema of the answers. It converts `params` to API values with the source's own schema. */
export function sourceAnswersSchema(source: Source) {
  const known = schemas.get(source);
  if (known !== undefined) return known;
  const schema = createSchema(source);
  schemas.set(source, schema);
  return schema;
}

/** Adobe documents no limit. A longer name is a text that was pasted by mistake. */
const longestName = 255;

function createSchema(source: Source) {
  return z.object({
    authMethod: z.string(),
    preset: z.string(),
    name: z
      .string()
      .check(
        z.overwrite(cleanEdges),
        z.minLength(1, 'Enter a name for the connection.'),
        z.maxLength(longestName, `Shorten the name to at most ${longestName} characters.`),
      ),
    description: z.string().check(z.overwrite(cleanEdges)),
    params: paramsOf(source.authMethod),
  });
}

/** Checks what the form shows, and makes the params that are sent of it. */
function paramsOf(method: AuthMethod) {
  const shape = Object.fromEntries(
    formParams(method).map((param) => [
      param.name,
      findText(method, param.name) === undefined ? answerSchema(param) : z.optional(answerSchema(param)),
    ]),
  );
  const asShown = z.transform((held: ParamAnswers) => withoutHidden(method, held));
  const asSent = z.transform((params: Record<string, unknown>) => toSent(method, params));
  return z.pipe(z.pipe(z.pipe(heldParams, asShown), z.object(shape)), asSent);
}

/** Parses the answers with the schema of the auth method that they chose. */
export function parseSourceAnswers(source: Source, answers: SourceAnswers) {
  return sourceAnswersSchema(chooseAuthMethod(source, answers.authMethod)).safeParse(answers);
}

/** The validated answers: trimmed and with the types of the API. */
export type ParsedSourceAnswers = z.output<ReturnType<typeof sourceAnswersSchema>>;
