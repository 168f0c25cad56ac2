import * as z from 'zod/mini';
import { cleanEdges } from '../text/clean-edges.ts';
import type { Param, Source } from './source.ts';

/** Validates a value as sent on the wire, and trims a text that is not a secret. Its messages say what to do. */
export function paramSchema(param: Param) {
  switch (param.control) {
    case 'text':
    case 'multiline': {
      const findProblem = param.control === 'text' ? param.findProblem : undefined;
      return z.string().check(
        z.overwrite(cleanEdges),
        z.check(({ value, issues }) => {
          const message = value === '' ? param.missing : (findProblem?.(value) ?? null);
          if (message !== null) issues.push({ code: 'custom', message, input: value });
        }),
      );
    }
    case 'secret':
      return z.string().check(
        z.minLength(1, param.missing),
        z.check(({ value, issues }) => {
          const message = value === '' ? null : (param.findProblem?.(value) ?? null);
          if (message !== null) issues.push({ code: 'custom', message, input: value });
        }),
      );
    case 'integer': {
      const { isSentAsText, least, most } = param;
      const message = `${param.label} must be a whole number from ${least} to ${most}.`;
      const whole = z.int(message).check(z.gte(least, message), z.lte(most, message));
      return isSentAsText === true
        ? valid((value) => isDigits(value) && whole.safeParse(Number(value)).success, message)
        : whole;
    }
    case 'switch':
      return z.boolean(`Set ${param.label} to on or off.`);
    case 'choice':
      return valid((value) => param.options.some((option) => option.value === value), param.missing);
    case 'json':
      return valid(param.isValid, param.problem);
  }
}

/** The schema of `auth.params` as sent on the wire. */
export function paramsSchema({ authMethod }: Pick<Source, 'authMethod'>) {
  return z.object(Object.fromEntries(authMethod.params.map((param) => [param.name, paramSchema(param)])));
}

function isDigits(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d+$/.test(value);
}

function valid(isValid: (value: unknown) => boolean, message: string) {
  return z.custom((value) => value !== undefined && isValid(value), message);
}
