import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { checkStages } from '../../flow-service/schemas/connection-check.ts';
import { type CheckState, failedStage, isRunning } from './check-state.ts';
import { stageNames } from './check-words.ts';

interface OutcomeProps {
  readonly state: CheckState;
  /** The name of the computer that checked, within a sentence. */
  readonly checker: string;
}

/** The outcome of a check in one line. */
export function Outcome({ state, checker }: OutcomeProps) {
  return <StatusLight {...readOutcome(state, checker)} />;
}

function readOutcome(state: CheckState, checker: string) {
  const stage = failedStage(state);
  if (isRunning(state)) return { variant: 'informative', children: 'Checking…' } as const;
  if (state.isOutdated) return { variant: 'notice', children: 'Fields changed since this check' } as const;
  if (stage !== null) return { variant: 'negative', children: `Failed at ${stageNames[stage]}` } as const;
  if (state.status === 'stopped') {
    return { variant: 'notice', children: state.problem === null ? 'Check canceled' : 'No result' } as const;
  }
  const isWhole = checkStages.every((one) => state.hops[one].state === 'passed');
  return {
    variant: 'positive',
    children: isWhole ? `Works from ${checker}` : `Works from ${checker}, as far as tested`,
  } as const;
}
