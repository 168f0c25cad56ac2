import * as z from 'zod/mini';
import type { Param, Source } from './source.ts';

/** Validates a value as sent on the wire, and trims a text that is not a secret. Its messages say what to do. */
export function paramSchema(param: Param) {
  switch (param.control) {
    case 'text':
      return z.string().check(
        z.trim(),
        z.check(({ value, issues }) => {
          const message = value === '' ? param.missing : (param.findProblem?.(value) ?? null);
          if (message !== null) issues.push({ code: 'custom', message, input: value });
        }),
      );
    case 'secret':
      return z.string().check(z.minLength(1, param.missing));
    case 'integer': {
      const { least, most } = param;
      const message = `${param.label} must be a whole number from ${least} to ${most}.`;
      return z.int(message).check(z.gte(least, message), z.lte(most, message));
    }
    case 'switch':
      return z.boolean();
  }
}

/** The schema of `auth.params` as sent on the wire. */
export function paramsSchema({ authMethod }: Pick<Source, 'authMethod'>) {
  return z.object(Object.fromEntries(authMethod.params.map((param) => [param.name, paramSchema(param)])));
}
