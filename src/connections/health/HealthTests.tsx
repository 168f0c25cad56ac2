import { Button } from '@react-spectrum/s2/Button';
import { ProgressBar } from '@react-spectrum/s2/ProgressBar';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useState } from 'react';
import type { ReadableConnections } from '../../api/readable-connections.ts';
import type { Access } from '../../session/access.tsx';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { CopyButton } from '../../ui/content/CopyButton.tsx';
import { Countdown } from '../../ui/content/Countdown.tsx';
import { useStore } from '../../ui/form/store.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { ReadProblem } from '../ReadProblem.tsx';
import { useSourceNames } from '../use-source-names.ts';
import { countConnections } from '../count-connections.ts';
import { HealthTable } from './HealthTable.tsx';
import { type HealthRow, describeResults, toHealthRows, toTableText } from './health-rows.ts';
import type { HealthState } from './health-runner.ts';
import { useHealth } from './use-health.ts';

interface HealthTestsProps {
  readonly access: Access;
  readonly all: ReadableConnections;
}

/** The tests of the listed connections and their results. */
export function HealthTests({ access, all }: HealthTestsProps) {
  const runner = useHealth(access);
  const state = useStore(runner.state);
  const nameSource = useSourceNames(access);
  const [shown, setShown] = useState<ShownRows>('all');
  const { connections, hasMore, unreadable } = all;
  const rows = useMemo(() => toHealthRows(connections, state, nameSource), [connections, state, nameSource]);
  const isRunning = state.phase === 'running';
  const failed = connections.filter(({ id }) => state.results.get(id)?.test.outcome === 'failed');
  const start = (chosen: typeof connections) =>
    runner.start(chosen, { connections, isWhole: !hasMore && unreadable === 0 });
  return (
    <>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'center' })}>
        {isRunning ? (
          <Button variant="secondary" onPress={runner.cancel}>
            Cancel tests
          </Button>
        ) : (
          <Button variant="accent" onPress={() => start(connections)}>
            {state.phase === 'idle' ? 'Start tests' : 'Test all again'}
          </Button>
        )}
        {!isRunning && failed.length > 0 && (
          <Button variant="secondary" onPress={() => start(failed)}>
            Test failed again
          </Button>
        )}
        <CopyButton label="Copy table" text={toTableText(rows)} />
      </div>
      {/* The table does not move when the tests end. */}
      <div className={style({ minHeight: 72, display: 'flex', flexDirection: 'column', gap: 8 })}>
        <Status>{describe(state, connections.length, rows)}</Status>
        {isRunning && (
          <ProgressBar
            label="Tested"
            minValue={0}
            maxValue={state.ids.length}
            value={state.tested}
            valueLabel={`${state.tested} of ${state.ids.length}`}
            styles={style({ width: 'full', maxWidth: 384 })}
          />
        )}
        {isRunning && state.pausedUntil !== null && (
          <Countdown
            endsAt={state.pausedUntil}
            toWords={(seconds) => `The service asks you to wait. The tests continue in ${seconds} s.`}
            onEnd={null}
          />
        )}
      </div>
      <ReadProblem source={null} error={state.error} onRetry={() => start(connections)} />
      <div className={style({ maxWidth: 224 })}>
        <ChoiceMenu label="Show" options={shownRows} chosen={shown} onChoose={setShown} />
      </div>
      <HealthTable rows={rows.filter((row) => isShown(row, shown))} />
    </>
  );
}

const shownRows = [
  { id: 'all', label: 'All connections' },
  { id: 'failing', label: 'Not passed' },
  { id: 'changed', label: 'Changed' },
] as const;

type ShownRows = (typeof shownRows)[number]['id'];

function isShown({ outcome, change }: HealthRow, shown: ShownRows): boolean {
  if (shown === 'changed') return change !== '';
  return shown === 'all' || !['passed', 'notRun', 'running', 'gone'].includes(outcome);
}

/** Only the start and the end of the tests are announced. */
function describe({ phase, ids }: HealthState, count: number, rows: readonly HealthRow[]): string {
  switch (phase) {
    case 'idle':
      return `${countConnections(count)}, not tested yet.`;
    case 'running':
      return `Testing ${countConnections(ids.length)}…`;
    case 'done':
      return `Tests finished. ${describeResults(rows)}`;
    case 'canceled':
      return `Tests canceled. ${describeResults(rows)}`;
    case 'stopped':
      return `Tests stopped. ${describeResults(rows)}`;
  }
}
