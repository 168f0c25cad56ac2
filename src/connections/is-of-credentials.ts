import type { Explanation } from '../errors/explanations.ts';

type ExplanationOfField = Explanation & { readonly field: string };

/** Whether the user corrects the error in the credentials, and not in the params of a connection. */
export function isOfCredentials(explanation: Explanation): explanation is ExplanationOfField {
  const { field } = explanation;
  return field !== null && !field.startsWith('params.');
}
