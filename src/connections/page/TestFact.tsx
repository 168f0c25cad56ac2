import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { Access } from '../../session/access.tsx';
import { connectionTestQuery } from '../../api/connection-test.ts';
import { testOutcomes } from './test-outcomes.ts';

interface TestFactProps {
  readonly access: Access;
  readonly id: string;
}

/**
 * The result of the test in one line on the first screen. Causes and advice arrive late and their length varies, so
 * they are shown below the clickable elements.
 */
export function TestFact({ access, id }: TestFactProps) {
  const { data: test, isFetching } = useQuery(connectionTestQuery(access, id));
  const { variant, line } =
    isFetching || test === undefined
      ? ({ variant: 'informative', line: 'Testing connection…' } as const)
      : testOutcomes[test.outcome];
  return (
    <div className={style({ marginTop: 12 })}>
      <StatusLight variant={variant}>{line}</StatusLight>
    </div>
  );
}
