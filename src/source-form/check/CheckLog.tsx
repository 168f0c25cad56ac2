import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import type { Endpoint } from '../../sources/endpoint.ts';
import { type CheckState, failedStage } from './check-state.ts';
import { describeFacts, problemWords, stageNames, stateWords } from './check-words.ts';
import { explainFailure } from './failure-words.ts';

interface CheckLogProps {
  readonly endpoint: Endpoint;
  readonly state: CheckState;
}

/**
 * Announces each result once, as it arrives. A log announces only what is added to it. It must exist while it is
 * empty, or its first line is not announced.
 */
export function CheckLog({ endpoint, state }: CheckLogProps) {
  return (
    <VisuallyHidden role="log" aria-label="Connection check progress">
      {toLines(endpoint, state).map((line) => (
        <p key={`${state.run} ${line}`}>{line}</p>
      ))}
    </VisuallyHidden>
  );
}

function toLines(endpoint: Endpoint, state: CheckState): readonly string[] {
  const { status, hops, results, isOutdated, problem } = state;
  if (status === 'idle') return [];
  return [
    'Checking connection…',
    // Skipped hops say nothing that the failure before them does not say.
    ...results
      .filter((stage) => hops[stage].state !== 'skipped')
      .map((stage) => {
        const hop = hops[stage];
        const { sentence, action } = explainFailure(endpoint, stage, hop.reason);
        const more = hop.state === 'failed' ? `${sentence} ${action}` : describeFacts(stage, hop);
        return `${stageNames[stage]}: ${stateWords[hop.state]}. ${more}`.trim();
      }),
    ...(status === 'ended' && failedStage(state) === null ? ['Connection check passed.'] : []),
    ...(status === 'stopped' ? [describeStop(problem)] : []),
    ...(isOutdated ? ['Fields changed since this check.'] : []),
  ];
}

function describeStop(problem: CheckState['problem']): string {
  if (problem === null) return 'Check canceled.';
  const { sentence, action } = problemWords[problem];
  return `${sentence} ${action}`;
}
