import { endOfCall } from './template-calls.ts';

/**
 * Replaces text in a shell word that the shell would expand, such as `$TOKEN`. It is a Unicode noncharacter, so that
 * pasted text does not contain it.
 */
export const expansionMark = '\uFDD0';

/** Expressions that are part of no ordinary text, wherever they are. */
const sureExpressions = [
  /\{\{[^{}]*\}\}/, // Postman, Jinja, Helm
  /\{%[^{}]*%\}/, // statements of Jinja
  /[$@#%]\{(?:[^{}]|\{[^{}]*\})*\}/, // shells and Java, Data Factory, Ruby and Octopus, log formats
  /\$\([A-Za-z_][\w.]*\)/, // Azure Pipelines
  /<%[^<>]*%>/, // ERB
  /\$[Ee][Nn][Vv]:[A-Za-z_]\w*/, // PowerShell
];

/** Expressions that a password may contain by chance. */
const likelyExpressions = [
  /\{[A-Za-z_][\w .-]*\}/, // {ACCESS_TOKEN} in Adobe's tutorials
  /<[A-Za-z][\w .:'-]*>/, // <password> in Microsoft's documentation
  /%(?![0-9A-Fa-f]{2})[A-Za-z_]\w*%/, // Windows' command prompt, without percent codes
  /\$[A-Z_][A-Z0-9_]*(?![\w$])/,
  /\[\*\*\*[^[\]]*\*\*\*\]/, // Cloudera's documentation
];

/** Values that are only a placeholder, a masked secret, or a reference to where the secret is. */
const wholePlaceholders = [
  /\{+[^{}]*\}+/,
  /<[^<>]*>/,
  /\$[A-Z_][A-Z0-9_]*/,
  /%[A-Za-z_][\w.]*%/,
  /__[A-Z][A-Z0-9_]*__|#\{[^{}]*\}#/,
  /\(\([\w./-]+\)\)/, // Concourse
  /\[[A-Z][A-Z0-9 _-]+\]/,
  /var\.[a-z_]\w*/, // Terraform
  /\*+|\u2022+|\.{3}|\u2026/,
  /ENC\([^()]*\)|\{cipher\}\S*|op:\/\/\S+|vault:\S+#\S+/, // Jasypt, Spring Cloud, 1Password, Vault
  /(?:[Yy]our|YOUR|[Ii]nsert|INSERT|[Rr]eplace|REPLACE)[_ -][\w -]+|[Cc]hange[_ -]?[Mm]e|CHANGE[_ -]?ME|[\w -]+ goes here/,
];

const sure = new RegExp(joined(sureExpressions));
const likely = new RegExp(joined([...sureExpressions, ...likelyExpressions]));
const whole = new RegExp(`^(?:${joined([...wholePlaceholders, ...sureExpressions, ...likelyExpressions])})$`);
const any = new RegExp(joined([...sureExpressions, ...likelyExpressions]), 'g');

/** Whether a value is only a placeholder, such as `{HOST}`, or an expression of a template language. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return text.includes(expansionMark) || whole.test(text) || isCall(text);
}

/** How much of a value is free text: a password may contain braces, a host may not. */
export type Strictness = 'secret' | 'text' | 'grammar';

/** Whether a part of a value is an expression that another program replaces. */
export function holdsExpression(value: string, strictness: Strictness): boolean {
  if (strictness === 'secret') return sure.test(value);
  return likely.test(value) || (strictness === 'grammar' && /[{}<>]|\$[A-Za-z_(]/.test(value));
}

/** Replaces every expression, so that the rest of an address can be split. */
export function markExpressions(text: string): string {
  return markCalls(text).replaceAll(any, expansionMark);
}

/**
 * `[parameters('host')]` in a template of Azure Resource Manager, `@concat(...)` in Data Factory,
 * `@Microsoft.KeyVault(...)` in App Service.
 */
function isCall(text: string): boolean {
  if (text.startsWith('[') && text.endsWith(']')) return endOfCall(text, 1) === text.length - 1;
  return /^@[A-Za-z]/.test(text) && endOfCall(text, 1) > 0;
}

function markCalls(text: string): string {
  const start = /\[(?=[A-Za-z][\w.]*\()/.exec(text)?.index ?? -1;
  const end = start < 0 ? -1 : endOfCall(text, start + 1);
  if (end < 0 || text.charAt(end) !== ']') return text;
  return text.slice(0, start) + expansionMark + text.slice(end + 1);
}

function joined(patterns: readonly RegExp[]): string {
  return patterns.map(({ source }) => source).join('|');
}
