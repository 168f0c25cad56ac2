import * as z from 'zod/mini';
import { parseJson } from '../../flow-service/schemas/parse-json.ts';
import { paramSchema } from '../../sources/params-schema.ts';
import { type Param, isOptional } from '../../sources/source.ts';

/** The schema of a param's answer. It converts the answer to the value that is sent; undefined is not sent. */
export function answerSchema(param: Param) {
  const schema = paramSchema(param);
  return z.pipe(
    z.transform((answer: unknown): unknown =>
      isOptional(param) && isEmpty(param, answer) ? undefined : toValue(param, answer),
    ),
    isOptional(param) ? z.optional(schema) : schema,
  );
}

/** A secret may consist of spaces. */
function isEmpty({ control }: Param, answer: unknown): boolean {
  return typeof answer === 'string' && (control === 'secret' ? answer : answer.trim()) === '';
}

/** The value that an answer stands for. An answer that stands for none is refused by the schema of the param. */
function toValue(param: Param, answer: unknown): unknown {
  if (typeof answer !== 'string') return answer;
  switch (param.control) {
    case 'integer': {
      const number = /^-?\d+$/.test(answer.trim()) ? Number(answer.trim()) : Number.NaN;
      return param.isSentAsText === true ? String(number) : number;
    }
    case 'choice':
      return param.options.find(({ value }) => String(value) === answer.trim())?.value;
    case 'json':
      return parseJson(answer);
    case 'text':
    case 'multiline':
    case 'secret':
    case 'switch':
      return answer;
  }
}
