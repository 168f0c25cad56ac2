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

/** Whether a value only marks the place of one, as `{HOST}` does. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return text.includes(expansionMark) || wholePlaceholder.test(text);
}

/**
 * Stands in a shell word for what the shell would have put there, such as `$TOKEN`.
 * A Unicode noncharacter, so that no text that people paste holds one.
 */
export const expansionMark = '\uFDD0';
