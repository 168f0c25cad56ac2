import { jsonControl } from '../json-param.ts';
import { isSecretParam } from '../secrets.ts';
import type { Param } from '../source.ts';
import { type LiveParam, describeGuide, isExampleOf } from './read-param.ts';

/**
 * A param of the live spec with the words of the built-in one. The live one decides its type, choices and whether it is
 * required. What either of them treats as a secret is a secret.
 */
export function mergeParam(builtIn: Param, { param: live, pattern, isUntyped }: LiveParam): Param {
  const { label, help, guide, width, adviceRoom, importNames, listNames, isAsked } = builtIn;
  const initial = live.initial ?? (live.control === builtIn.control ? builtIn.initial : undefined);
  const control = isUntyped
    ? { ...builtIn, name: live.name, isRequired: live.isRequired }
    : withControl(builtIn, live);
  // An example of a number is no help for a text, and the other way round.
  const ownExample = toType(control) === toType(builtIn) ? guide.example : null;
  const merged: Param = {
    ...control,
    label,
    help,
    guide: {
      whereToFind: pattern === '' ? guide.whereToFind : describeGuide(guide.whereToFind, pattern),
      example:
        [ownExample, live.guide.example].find((one) => one !== null && isExampleOf(control, one)) ?? null,
    },
    width,
    importNames,
    ...(adviceRoom !== undefined && { adviceRoom }),
    ...(listNames !== undefined && { listNames }),
    ...(isAsked === true && { isAsked }),
  };
  const { initial: _, ...bare } = merged;
  return initial === undefined || isSecretParam(merged) ? bare : { ...bare, initial };
}

/** The live param with the checks of the built-in one, where both have the same type. */
function withControl(builtIn: Param, live: Param): Param {
  const { name, isRequired } = live;
  if (isSecretParam(builtIn)) {
    if (builtIn.control === 'secret' && /^(?:text|multiline|choice|secret)$/.test(live.control)) {
      return { ...builtIn, name, isRequired };
    }
    return live.control === 'json'
      ? { ...live, isSecret: true }
      : { ...live, ...jsonControl('any', builtIn.label), isSecret: true };
  }
  switch (live.control) {
    case 'text':
      if (builtIn.control === 'text' || builtIn.control === 'multiline')
        return { ...builtIn, name, isRequired };
      return builtIn.control === 'integer'
        ? { ...builtIn, name, isRequired, isSentAsText: true }
        : { ...live, missing: `Enter ${builtIn.label}.` };
    case 'integer': {
      if (builtIn.control !== 'integer') return live;
      const least = live.least === Number.MIN_SAFE_INTEGER ? builtIn.least : live.least;
      const most = live.most === Number.MAX_SAFE_INTEGER ? builtIn.most : live.most;
      return least <= most ? { ...live, least, most } : live;
    }
    case 'multiline':
    case 'choice':
    case 'secret':
    case 'switch':
      return live;
    case 'json':
      return { ...live, problem: live.problem.replace(live.label, builtIn.label) };
  }
}

/** What the definition changes about a param, in one sentence; null when it is the same. */
export function describeChange(builtIn: Param, merged: Param): string | null {
  if (builtIn.name !== merged.name) return `${merged.label} is now sent as ${merged.name}.`;
  if (toType(builtIn) !== toType(merged)) return `${merged.label} is now ${toType(merged)}.`;
  if (isSecretParam(merged) && !isSecretParam(builtIn)) return `${merged.label} is now a secret.`;
  if (builtIn.isRequired === merged.isRequired) return null;
  return `${merged.label} is now ${merged.isRequired ? 'required' : 'optional'}.`;
}

function toType(param: Param): string {
  switch (param.control) {
    case 'integer':
      return param.isSentAsText === true ? 'a number sent as text' : 'a number';
    case 'switch':
      return 'a switch';
    case 'choice':
      return 'a choice';
    case 'json':
      return 'entered as JSON';
    case 'text':
    case 'multiline':
    case 'secret':
      return 'text';
  }
}
