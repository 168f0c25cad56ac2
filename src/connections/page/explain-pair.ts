import type { ConnectionTest } from '../../api/connection-test.ts';
import { explainError } from '../../errors/explain-error.ts';
import { type CheckState, failedStage } from '../../source-form/check/check-state.ts';
import { stageNames } from '../../source-form/check/check-words.ts';
import { explainFailure } from '../../source-form/check/failure-words.ts';
import { type Source, findParam } from '../../sources/source.ts';

/** What a test by Adobe and a check from this computer mean together. */
export interface PairMeaning {
  readonly kind: 'allowAdobe' | 'fixBoth' | 'fixSettings' | 'onlyAdobe' | 'notCheckable';
  readonly sentence: string;
  readonly action: string;
}

/** null when there is nothing to compare, or when both passed. */
export function explainPair(
  source: Source,
  test: ConnectionTest | null,
  check: CheckState,
): PairMeaning | null {
  if (test === null || test.outcome === 'untestable') return null;
  if (check.isOutdated || (check.status !== 'ended' && check.problem === null)) return null;
  const stage = failedStage(check);
  const reason = stage === null ? null : check.hops[stage].reason;
  const isTestFailed = test.outcome !== 'passed';
  if (check.problem !== null || reason?.endsWith('NotAllowed') === true) {
    return isTestFailed ? notCheckable : null;
  }
  if (stage === null) return isTestFailed ? explainAdobeOnly(source, test) : null;
  if (!isTestFailed) {
    return {
      kind: 'onlyAdobe',
      sentence: 'Adobe can reach the database, but this check can’t.',
      action: 'A firewall may allow only Adobe. The connection works, so you do not have to change anything.',
    };
  }
  return {
    kind: 'fixBoth',
    sentence: `Adobe’s test and this check both fail. The check fails at ${stageNames[stage]}.`,
    action: explainFailure(source.endpoint, stage, reason).action,
  };
}

const notCheckable: PairMeaning = {
  kind: 'notCheckable',
  sentence: 'This check does not show why Adobe’s test fails.',
  action: 'Allow Adobe’s IP addresses in your firewall first, then work through the list in Test.',
};

/** Adobe's test failed, and the check passed as far as it could. */
function explainAdobeOnly(source: Source, { error }: ConnectionTest): PairMeaning {
  const field = error === null ? null : explainError(error, source).field;
  const { endpoint } = source;
  const param = field?.replace(/^params\./, '') ?? null;
  if (param === null || param === endpoint?.host || param === endpoint?.port) {
    return {
      kind: 'allowAdobe',
      sentence: 'The database is reachable from here, but not from Adobe.',
      action: 'Allow Adobe’s IP addresses in your firewall, then test the connection again.',
    };
  }
  return {
    kind: 'fixSettings',
    sentence: `Adobe reaches the database, but there is a problem with ${findParam(source, param)?.label ?? param}.`,
    action: 'Edit the connection, and enter the values that this check used.',
  };
}
