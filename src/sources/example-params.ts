import type { Param, Source } from './source.ts';

/**
 * Valid params of a source as sent on the wire, built from its examples. Tests and the connections of the demo use
 * them.
 */
export function exampleParams({
  authMethod,
}: Pick<Source, 'authMethod'>): Record<string, string | number | boolean> {
  return Object.fromEntries(authMethod.params.map((param) => [param.name, exampleOf(param)]));
}

function exampleOf({ control, guide: { example } }: Param) {
  switch (control) {
    case 'integer':
      return Number(example ?? 1);
    case 'switch':
      return true;
    case 'secret':
    case 'text':
      return example ?? 'an example';
  }
}
