import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { Access } from '../../session/access.tsx';
import { type TestOutcome, connectionTestQuery } from '../../api/connection-test.ts';

const outcomes = {
  passed: { variant: 'positive', words: 'Connection test passed' },
  failed: { variant: 'negative', words: 'Connection test failed' },
  untestable: { variant: 'neutral', words: 'Connection not testable' },
  unknown: { variant: 'notice', words: 'Connection test inconclusive' },
} as const satisfies Record<TestOutcome, object>;

interface TestFactProps {
  readonly access: Access;
  readonly id: string;
}

/**
 * The result of the test in one line, on the first screen. Why it failed and what to do is further down, below what
 * can be clicked: it comes late, and nobody knows how long it will be.
 */
export function TestFact({ access, id }: TestFactProps) {
  const { data: test, isFetching } = useQuery(connectionTestQuery(access, id));
  const { variant, words } =
    isFetching || test === undefined
      ? ({ variant: 'informative', words: 'Testing connection…' } as const)
      : outcomes[test.outcome];
  return (
    <div className={style({ marginTop: 12 })}>
      <StatusLight variant={variant}>{words}</StatusLight>
    </div>
  );
}
