import type { Advice } from '../sources/advice.ts';
import { findPlaceholders } from '../sources/connection-placeholders.ts';
import { ownName, paramNames } from '../sources/param-names.ts';
import { type ParamAnswers, type Source, findParam, toWord } from '../sources/source.ts';
import { isPlaceholder } from '../text/placeholders.ts';

/**
 * Says that a secret looks like an expression of a template, which nobody replaces after it is sent. It is only advice,
 * because a password may look like one.
 */
export function adviseTemplate(source: Source, name: string, params: ParamAnswers): Advice | null {
  const param = findParam(source, name);
  const typed = params[name];
  if (param?.control !== 'secret' || typeof typed !== 'string' || typed.trim() === '') return null;
  if (isPlaceholder(typed)) {
    return {
      param: name,
      message: `The ${toWord(param)} looks like a placeholder. If it is one, enter the value that it stands for.`,
      fix: null,
    };
  }
  const places = paramNames.connectionString.test(ownName(param.name)) ? findPlaceholders(typed) : [];
  // What is not a usual name may be a part of a secret.
  const names = places.filter((place) => /^[A-Za-z][A-Za-z ]{0,29}$/.test(place));
  return places.length === 0
    ? null
    : {
        param: name,
        message: `The ${toWord(param)} seems to have placeholders${names.length === 0 ? '' : ` in ${names.join(', ')}`}. If so, replace them.`,
        fix: null,
      };
}
