import { explainBesideSecrets } from '../../errors/explain-error.ts';
import type { Explanation } from '../../errors/explanations.ts';
import { nameSecret, secretParams } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import type { Rotation } from './run/rotation.ts';

/** What an error means on this page, where nothing but the secret can be corrected. */
export function explainStop(error: Error, source: Source, goal: Rotation['goal']): Explanation {
  const explanation = explainBesideSecrets(error, source);
  const isOfSecret = secretParams(source).some(({ name }) => explanation.field === `params.${name}`);
  if (!isOfSecret || explanation.mayBeUsername !== true) return explanation;
  const secret = nameSecret(source) ?? 'secret';
  return {
    ...explanation,
    advice: `Check that the database accepts the ${goal} ${secret} for this user. Then re-enter it and try again.`,
  };
}
