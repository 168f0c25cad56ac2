import { phoenix } from '../sources/phoenix.ts';

const wholePlaceholder = new RegExp(
  [
    /\{\{?[^{}]*\}\}?/, // {ACCESS_TOKEN} in Adobe's tutorials, {{ACCESS_TOKEN}} in Postman
    /<[^<>]*>/, // <password> in Microsoft's documentation
    /\$\{[^{}]*\}|\$[A-Z_][A-Z0-9_]*|%[A-Z_][A-Z0-9_]*%/, // variables of shells
    /@\{?linkedService\(\)[^{}]*\}?/, // a parameter of a linked service of Azure Data Factory
    /\*+|\u2022+/, // a masked secret
  ]
    .map((pattern) => `^(?:${pattern.source})$`)
    .join('|'),
);

/** These may rightly hold braces, angle brackets and separators; the others cannot. */
export const freeText: ReadonlySet<string> = new Set([
  'name',
  'description',
  ...phoenix.params.flatMap((param) =>
    param.control === 'secret' || (param.control === 'text' && param.findProblem === undefined)
      ? [param.name]
      : [],
  ),
]);

/** Whether a value only marks the place of one, as `{HOST}` does. */
export function isPlaceholder(field: string, value: string): boolean {
  const text = value.trim();
  if (text.includes(expansionMark) || wholePlaceholder.test(text)) return true;
  return !freeText.has(field) && /[{}<>]/.test(text);
}

/**
 * Stands in a shell word for what the shell would have put there, such as `$TOKEN`.
 * A Unicode noncharacter, so that no text that people paste holds one.
 */
export const expansionMark = '\uFDD0';
