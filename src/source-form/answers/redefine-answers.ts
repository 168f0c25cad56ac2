import { type ParamAnswer, type Source, allParams, chooseAuthMethod } from '../../sources/source.ts';
import { matchPreset } from '../match-preset.ts';
import { type SourceAnswers, createSourceAnswers, fitsControl, initialAnswer } from './source-answers.ts';

/**
 * The answers after the definition of their source changed. What the user entered is kept if a control can show it,
 * also for params that are no longer sent. Params without an entry get the value of a new form.
 */
export function redefineAnswers(before: Source, after: Source, answers: SourceAnswers): SourceAnswers {
  const old = new Map(allParams(before).map((param) => [param.name, param]));
  const fresh = createSourceAnswers(after);
  const params: Record<string, ParamAnswer> = { ...fresh.params };
  for (const param of allParams(after)) {
    const { name } = param;
    const held = Object.hasOwn(answers.params, name) ? answers.params[name] : undefined;
    const known = old.get(name);
    if (held === undefined || !fitsControl(param, held)) continue;
    // An untouched param follows the default of the new definition.
    if (known === undefined || held !== initialAnswer(known) || held !== '') params[name] = held;
  }
  return {
    ...answers,
    authMethod: chooseAuthMethod(after, answers.authMethod).authMethod.specName,
    preset: matchPreset(after, params, answers.preset),
    params,
  };
}
