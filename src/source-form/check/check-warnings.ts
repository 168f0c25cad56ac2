import { checkStages } from '../../flow-service/schemas/connection-check.ts';
import { isPrivateAddress } from '../../sources/private-address.ts';
import type { CheckState } from './check-state.ts';
import { explainWarning } from './check-words.ts';

/** What to look at although the hops passed: the warnings of the server, and an address that Adobe cannot reach. */
export function warningsIn({ hops, isSample }: CheckState) {
  const warnings = checkStages.flatMap((stage) =>
    hops[stage].warnings.map((warning) => explainWarning(warning, hops[stage])),
  );
  const { state, facts } = hops.network;
  const address = facts.address ?? hops.hostName.facts.addresses?.[0] ?? '';
  // The sample cluster takes the place of a public host.
  if (state !== 'passed' || isSample || !isPrivateAddress(address)) return warnings;
  const sentence = 'This address is private.';
  return [...warnings, { sentence, action: 'Adobe connects from its cloud and can’t reach it.' }];
}
