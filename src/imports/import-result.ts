import type { Refusal } from '../sources/overlay.ts';
import type { ParamAnswer } from '../sources/source.ts';

/** What was made of a text: what can be filled in, or why it is of no use. */
export type ImportResult = Import | Refusal;

/** What was found for the params of the source, as its form holds them. */
export type FoundParams = Record<string, ParamAnswer>;

/** What was found for the form, as the form holds it. What was not found is absent and overwrites nothing. */
export interface FoundAnswers {
  apiKey?: string;
  organizationId?: string;
  accessToken?: string;
  sandbox?: string;
  name?: string;
  description?: string;
  params?: FoundParams;
}

/** One plain sentence about what was left out, or read in one of several ways. Never holds a value. */
export type ImportNote = string;

/** The kinds of text that can be read, and what the import dialog calls them. */
export const importLabels = {
  'access-token': 'Access token',
  address: 'Address',
  'connection-body': 'Flow Service connection',
  'console-credential': 'Developer Console credential',
  'console-workspace': 'Developer Console workspace',
  curl: 'curl command',
  'data-factory': 'Azure Data Factory linked service',
  'env-file': 'Environment file',
  'json-settings': 'JSON settings',
  'postman-environment': 'Postman environment',
} as const;
export type ImportKind = keyof typeof importLabels;

export interface Import {
  readonly kind: ImportKind;
  readonly label: string;
  readonly found: FoundAnswers;
  /** Names whose value was a placeholder such as `{ACCESS_TOKEN}`, and so left out. */
  readonly placeholders: readonly string[];
  /** Names that are of no use here. */
  readonly unknownKeys: readonly string[];
  readonly notes: readonly ImportNote[];
}
