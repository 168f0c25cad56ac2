import type { Advice } from '../sources/advice.ts';
import { type ParamAnswers, type Source, findParam, toWord } from '../sources/source.ts';

/** Says that a secret has a space at an edge. It is only advice, because a secret is sent exactly as it is entered. */
export function adviseEdges(source: Source, name: string, params: ParamAnswers): Advice | null {
  const param = findParam(source, name);
  const typed = params[name];
  // A private key of several lines usually ends with a line break.
  if (param?.control !== 'secret' || param.isMultiline === true || typeof typed !== 'string') return null;
  if (!/^\s|\s$/.test(typed)) return null;
  const message = `The ${toWord(param)} starts or ends with a space. If this is a mistake, remove the space.`;
  return { param: name, message, fix: null };
}
