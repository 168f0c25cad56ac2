import { isSecret } from '../../sources/secrets.ts';
import type { ParamAnswer, Source } from '../../sources/source.ts';

/** A secret is compared as it is; of everything else the blanks at the ends are dropped before it is sent. */
export function tidyParam(source: Source, name: string, answer: ParamAnswer = ''): ParamAnswer {
  return typeof answer === 'string' && !isSecret(source, name) ? answer.trim() : answer;
}
