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

/** Whether a value is only a placeholder, such as `{HOST}`. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return text.includes(expansionMark) || wholePlaceholder.test(text);
}

/**
 * Replaces text in a shell word that the shell would expand, such as `$TOKEN`. It is a Unicode noncharacter, so that
 * pasted text does not contain it.
 */
export const expansionMark = '\uFDD0';
