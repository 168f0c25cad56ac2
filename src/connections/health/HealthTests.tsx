import { Button } from '@react-spectrum/s2/Button';
import { ProgressBar } from '@react-spectrum/s2/ProgressBar';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useState } from 'react';
import type { ReadableConnections } from '../../api/readable-connections.ts';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import { explainError } from '../../errors/explain-error.ts';
import type { Access } from '../../session/access.tsx';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { CopyButton } from '../../ui/content/CopyButton.tsx';
import { Countdown } from '../../ui/content/Countdown.tsx';
import { useStore } from '../../ui/form/store.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { useSourceNames } from '../use-source-names.ts';
import { countConnections } from '../count-connections.ts';
import { splitTrials } from '../trials/trial-name.ts';
import { LeftOutTrials } from '../trials/LeftOutTrials.tsx';
import { CredentialsLink } from '../CredentialsLink.tsx';
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
  const { others: connections, trials } = useMemo(() => splitTrials(all.connections), [all]);
  const rows = useMemo(() => toHealthRows(connections, state, nameSource), [connections, state, nameSource]);
  const isTesting = state.phase === 'running';
  const isBusy = isTesting || state.phase === 'listing';
  const canContinue = !isBusy && state.tested < state.ids.length;
  const hasFailed = connections.some(({ id }) => state.results.get(id)?.test.outcome === 'failed');
  return (
    <>
      {/* A second click on a button that starts or cancels tests presses no other button. A button that disappears leaves
        the focus to the group. */}
      <div
        role="group"
        aria-label="Tests"
        className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}
      >
        <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'center' })}>
          <Button
            variant="accent"
            isPending={isBusy}
            onPress={() => runner.start(canContinue ? 'rest' : 'all')}
          >
            {canContinue ? 'Continue tests' : state.hasRun ? 'Test all again' : 'Start tests'}
          </Button>
          <CopyButton label="Copy table" text={toTableText(rows)} />
          {canContinue && (
            <Button variant="secondary" onPress={() => runner.start('all')}>
              Test all again
            </Button>
          )}
          {!isBusy && hasFailed && (
            <Button variant="secondary" onPress={() => runner.start('failed')}>
              Test failed connections again
            </Button>
          )}
        </div>
        <Status tone={state.phase === 'done' ? judge(rows) : null}>
          {describe(state, connections.length, rows)}
        </Status>
        {/* The progress is beside the choice of rows, so that the table does not move when the tests end. */}
        <div className={beside}>
          <ChoiceMenu label="Show" options={shownRows} chosen={shown} onChoose={setShown} />
          <div className={style({ minHeight: { default: 88, md: 0 }, minWidth: 0 })}>
            {isBusy && <Progress state={state} onCancel={runner.cancel} />}
          </div>
        </div>
      </div>
      <LeftOutTrials trials={trials} pageDoes="tested" />
      {state.error !== null && <WhyStopped error={state.error} />}
      <HealthTable rows={rows.filter((row) => isShown(row, shown))} />
    </>
  );
}

/** Says why the tests stopped. The results are kept while the user changes the credentials. */
function WhyStopped({ error }: { readonly error: Error }) {
  const explanation = explainError(error, null);
  return (
    <ErrorPanel error={error} source={null} explanation={explanation} onRetry={null} isAskedFor={false}>
      <CredentialsLink explanation={explanation} secret={null} />
    </ErrorPanel>
  );
}

interface ProgressProps {
  readonly state: HealthState;
  readonly onCancel: () => void;
}

function Progress({ state: { phase, ids, tested, pausedUntil }, onCancel }: ProgressProps) {
  const isTesting = phase === 'running';
  return (
    <>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'center' })}>
        <ProgressBar
          label="Tested"
          minValue={0}
          maxValue={Math.max(isTesting ? ids.length : 0, 1)}
          value={isTesting ? tested : 0}
          valueLabel={isTesting ? `${tested} of ${ids.length}` : ''}
          styles={style({ flexGrow: 1, flexBasis: 112, minWidth: 112, maxWidth: 384 })}
        />
        <Button variant="secondary" onPress={onCancel}>
          Cancel tests
        </Button>
      </div>
      {isTesting && pausedUntil !== null && (
        <Countdown
          endsAt={pausedUntil}
          toWords={(seconds) => `Flow Service asks you to wait. The tests continue in ${seconds} s.`}
          onEnd={null}
        />
      )}
    </>
  );
}

const beside = style({
  display: 'grid',
  gridTemplateColumns: { default: ['minmax(0, 1fr)'], md: [224, 'minmax(0, 1fr)'] },
  columnGap: 24,
  rowGap: 8,
  alignItems: 'end',
});

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

/** A test without a result is no success and no failure. Deleted connections have no test. */
function judge(rows: readonly HealthRow[]): 'positive' | 'negative' | null {
  const outcomes = new Set(rows.map(({ outcome }) => outcome));
  outcomes.delete('gone');
  if (outcomes.has('failed')) return 'negative';
  return outcomes.size === 1 && outcomes.has('passed') ? 'positive' : null;
}

/** Only the start and the end of the tests are announced. */
function describe({ phase, ids }: HealthState, count: number, rows: readonly HealthRow[]): string {
  switch (phase) {
    case 'idle':
      return `${countConnections(count)}, not tested yet.`;
    case 'listing':
      return 'Loading connections…';
    case 'notListed':
      return 'Tests not started. The connections could not be loaded.';
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
