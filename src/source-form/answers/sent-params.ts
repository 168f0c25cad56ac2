import { fieldedTexts, isEnteredAsText } from '../../sources/fielded-text.ts';
import { type AuthMethod, type Param, type ParamAnswers, isOptional } from '../../sources/source.ts';

type Values = Record<string, unknown>;

/** Without the answers that the form does not show: the fields of a text that is entered as a whole, or that text. */
export function withoutHidden(method: AuthMethod, held: ParamAnswers): Values {
  const answers: Values = { ...held };
  for (const { param, fields } of fieldedTexts(method)) {
    const isText = isEnteredAsText(fields, held);
    const isUnused =
      !isText && isOptional(param) && fields.parts.every(({ name }) => (held[name] ?? '') === '');
    answers[fields.entry.name] = undefined;
    if (!isText || isUnused) answers[param.name] = undefined;
    else answers[param.name] ??= '';
    for (const { name } of fields.parts) {
      if (isText || isUnused) answers[name] = undefined;
      else answers[name] ??= '';
    }
  }
  return answers;
}

/** The params to send. The fields of a connection string become its text. Values that are not set are left out. */
export function toSent(method: AuthMethod, shown: Values): Values {
  const sent: Values = { ...shown };
  for (const { param, fields } of fieldedTexts(method)) {
    const answers = fields.parts.flatMap(({ name }) => toAnswer(name, shown[name]));
    if (answers.length > 0) sent[param.name] = fields.join(Object.fromEntries(answers)) ?? undefined;
  }
  const isSent = new Set(method.params.map(({ name }: Param) => name));
  return Object.fromEntries(
    Object.entries(sent).filter(([name, value]) => value !== undefined && isSent.has(name)),
  );
}

function toAnswer(name: string, value: unknown): readonly (readonly [string, string])[] {
  return typeof value === 'string' ? [[name, value]] : [];
}
