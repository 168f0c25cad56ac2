import type { Param, Source } from './source.ts';

/**
 * Valid params of a source as sent on the wire, built from its examples. Tests and the connections of the demo use
 * them.
 */
export function exampleParams({ authMethod }: Pick<Source, 'authMethod'>): Record<string, unknown> {
  return Object.fromEntries(authMethod.params.map((param) => [param.name, exampleOf(param)]));
}

function exampleOf(param: Param): unknown {
  const { example } = param.guide;
  switch (param.control) {
    case 'integer': {
      const number = example ?? String(Math.min(Math.max(1, param.least), param.most));
      return param.isSentAsText === true ? number : Number(number);
    }
    case 'switch':
      return true;
    case 'choice':
      return param.options[0].value;
    case 'json':
      return example === null ? jsonExamples.find(param.isValid) : JSON.parse(example);
    case 'secret':
    case 'text':
    case 'multiline':
      return example ?? 'an example';
  }
}

const jsonExamples: readonly unknown[] = [{ key: 'an example' }, ['an example'], 1.5];
