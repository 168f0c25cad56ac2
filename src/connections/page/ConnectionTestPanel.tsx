import { Button } from '@react-spectrum/s2/Button';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { type ConnectionTest, connectionTestQuery } from '../../api/connection-test.ts';
import { describeDuration, describeTime } from '../../ui/describe-time.ts';
import { ElapsedTime } from '../../ui/content/ElapsedTime.tsx';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { useIsLong } from '../../ui/content/use-is-long.ts';
import type { Source } from '../../sources/source.ts';
import { hasReachedAdobe } from '../../errors/failure-route.ts';
import { TestError } from './TestError.tsx';
import { testOutcomes } from './test-outcomes.ts';

interface ConnectionTestPanelProps {
  readonly access: Access;
  readonly connection: Connection;
  readonly source: Source | null;
  /** A note that applies to every result of this connection. */
  readonly note: ReactNode;
  /** Help for a test that failed or is slow. */
  readonly help: ReactNode;
  readonly onTestAgain: () => void;
}

/** Milliseconds after which a test is slow and the help is shown. */
const slowAfter = 8000;

/** Shows whether Adobe can reach the database. The test runs when the page opens and on request. */
export function ConnectionTestPanel({
  access,
  connection,
  source,
  note,
  help,
  onTestAgain,
}: ConnectionTestPanelProps) {
  const { data: test, isFetching, refetch } = useQuery(connectionTestQuery(access, connection));
  const result = isFetching ? null : (test ?? null);
  const isSlow = useIsLong(isFetching, slowAfter);
  // The last result is shown until the next test ends, below the text that was shown while a slow test ran.
  // A request that did not reach Adobe says nothing about the database.
  const isInTrouble =
    (test?.outcome === 'failed' || test?.outcome === 'unknown') &&
    (test.error === null || hasReachedAdobe(test.error));
  const wasSlow = test !== undefined && test.took >= slowAfter;
  return (
    <Section
      heading="Test"
      lead="Adobe connects to the database in the same way as for a dataflow."
      action={null}
    >
      {note}
      {/* The area has the same height with and without a result. */}
      <div className={style({ font: 'body', minHeight: { default: 96, sm: '[66px]' } })}>
        <div role="status">
          {isFetching && <StatusLight variant="informative">Running</StatusLight>}
          {result !== null && <Result test={result} />}
        </div>
        {isFetching && <ElapsedTime />}
      </div>
      {!wasSlow && test?.error && <TestError error={test.error} source={source} />}
      {(isSlow || isInTrouble) && help}
      {isSlow && (
        <p className={style({ font: 'body', margin: 0 })}>
          This is taking longer than usual. Adobe waits up to a minute for the database.
        </p>
      )}
      {wasSlow && test.error && <TestError error={test.error} source={source} />}
      {isFetching ? (
        <Placeholder of="button" />
      ) : (
        <div>
          <Button
            variant="secondary"
            onPress={() => {
              onTestAgain();
              void refetch();
            }}
          >
            Test again
          </Button>
        </div>
      )}
    </Section>
  );
}

function Result({ test: { outcome, startedAt, took } }: { readonly test: ConnectionTest }) {
  const { variant, word, sentence } = testOutcomes[outcome];
  return (
    <>
      <StatusLight variant={variant}>{word}</StatusLight>
      <p className={style({ margin: 0 })}>
        {sentence}{' '}
        <span className={style({ color: 'neutral-subdued', display: 'block' })}>
          {describeTime(startedAt)}, took {describeDuration(took)}.
        </span>
      </p>
    </>
  );
}
