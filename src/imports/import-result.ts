import type { Refusal } from '../sources/overlay.ts';
import type { ParamAnswer } from '../sources/source.ts';

/** The result of reading a text: the answers that can be filled in, or the reason why the text cannot be used. */
export type ImportResult = Import | Refusal;

/** The values found for the params of the source, in the form's types. */
export type FoundParams = Record<string, ParamAnswer>;

/**
 * The values found for the form, in the form's types. A value that was not found is absent and overwrites nothing.
 */
export interface FoundAnswers {
  apiKey?: string;
  organizationId?: string;
  accessToken?: string;
  sandbox?: string;
  name?: string;
  description?: string;
  params?: FoundParams;
}

/**
 * One sentence about what was left out, or about an ambiguous value. It never contains a secret, and other values only
 * within a text that the user is to enter.
 */
export type ImportNote = string;

/** The supported kinds of text, with their labels in the import dialog. */
export const importLabels = {
  'access-token': 'Access token',
  address: 'Address',
  'arm-template': 'Azure Resource Manager template',
  code: 'Code',
  'connection-body': 'Flow Service connection',
  'connection-string': 'ODBC connection string',
  'console-credential': 'Developer Console credential',
  'console-workspace': 'Developer Console workspace',
  curl: 'curl command',
  'data-factory': 'Azure Data Factory linked service',
  'env-file': 'Environment file',
  headers: 'HTTP headers',
  'http-request': 'HTTP request',
  httpie: 'HTTPie command',
  'json-settings': 'JSON settings',
  'postman-collection': 'Postman collection',
  'postman-environment': 'Postman environment',
  powershell: 'PowerShell',
  python: 'Python',
  wget: 'wget command',
  yaml: 'YAML settings',
} as const;
export type ImportKind = keyof typeof importLabels;

export interface Import {
  readonly kind: ImportKind;
  readonly label: string;
  readonly found: FoundAnswers;
  /** Names whose value is a placeholder such as `{ACCESS_TOKEN}`, so it was left out. */
  readonly placeholders: readonly string[];
  /** Names that are ignored. */
  readonly unknownKeys: readonly string[];
  readonly notes: readonly ImportNote[];
  /** The connections of the source, if the text has several. One of them was read. */
  readonly connections?: readonly ConnectionChoice[];
}

/** One of several connections in a text. Nothing in it is a secret. */
export interface ConnectionChoice {
  readonly name: string;
  /** What tells it apart from the others with the same name. Empty for a name that only one has. */
  readonly details: readonly string[];
  /** null when the text does not name one. */
  readonly authMethod: string | null;
}
