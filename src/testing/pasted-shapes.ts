import type { FoundAnswers, FoundParams } from '../imports/import-result.ts';
import { readPastedText } from '../imports/read-pasted-text.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';

/**
 * A pasted text, the values that are filled in (null: the text is refused), the notes, and the names listed as
 * unused.
 */
export type PastedShape = readonly [
  text: string,
  found: FoundAnswers | null,
  said: readonly string[],
  unused?: readonly string[],
];

export const secret = 'S3CRETpw';
export const notRecognized =
  'This format is not supported. Paste a Postman environment, a Developer Console credential, environment variables, a curl command, a connection as JSON, or the address of a query server.';
export const noPassword =
  'The password was skipped because its start and end are unclear in this text. Enter it.';
export const noClientSecret =
  'The client secret was skipped because this page does not accept it. To renew tokens automatically, set AEP_CLIENT_ID and AEP_CLIENT_SECRET on the server.';
export const someLines =
  'Some lines were skipped because they do not start with a setting, such as NAME=value.';

export const hasSecret = (label: string) =>
  `${label} was skipped because it seems to contain a secret. Enter it.`;
export const hasSetting = (label: string) =>
  `${label} was skipped because it seems to contain another setting. Enter it.`;

export const both: FoundAnswers = { params: { username: 'admin', password: secret } };
export const userAlone: FoundAnswers = { params: { username: 'admin' } };
export const at = (params: FoundParams): FoundAnswers => ({
  params: { host: 'h.example', port: '443', enableSsl: true, ...params },
});

export const toCase = ([text, found, said, unused = []]: PastedShape) => ({ text, found, said, unused });

/** The result of reading a text. */
export function readShape(text: string): ReturnType<typeof toCase> {
  const result = readPastedText(text, phoenix);
  if (result.kind === 'refused') return { text, found: null, said: [result.reason], unused: [] };
  const { found, notes, unknownKeys, placeholders } = result;
  return { text, found, said: notes, unused: [...unknownKeys, ...placeholders] };
}

/** Everything that is shown about a text. */
export function readShown(text: string): string {
  const { found, said, unused } = readShape(text);
  const { accessToken: _, params: { password: __, ...params } = {}, ...clear } = found ?? {};
  return JSON.stringify([clear, params, said, unused]);
}

/** Also matches parts of the secret, but not the names of secrets. */
export const pieceOfSecret = /S3|(?<!SE)CRET/;
