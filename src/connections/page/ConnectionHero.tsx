import { Button } from '@react-spectrum/s2/Button';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { connectionTestQuery } from '../../api/connection-test.ts';
import { RequestPath } from '../../errors/RequestPath.tsx';
import type { Source } from '../../sources/source.ts';
import { ConnectionId } from './ConnectionId.tsx';
import { testOutcomes } from './test-outcomes.ts';
import { toTestRoute } from './test-route.ts';

interface ConnectionHeroProps {
  readonly access: Access;
  readonly connection: Connection;
  readonly source: Source | null;
  /** Shows the tables. */
  readonly onChooseTable: () => void;
  /** Shows the result of the test, with causes and advice. */
  readonly onShowTest: () => void;
}

/**
 * The first screen: the result of the test, the ID and the next step. Causes and advice arrive late and their length
 * varies, so they are shown below the clickable elements.
 */
export function ConnectionHero({
  access,
  connection,
  source,
  onChooseTable,
  onShowTest,
}: ConnectionHeroProps) {
  const { data, isFetching } = useQuery(connectionTestQuery(access, connection));
  const test = isFetching ? undefined : data;
  const { variant, line } =
    test === undefined
      ? ({ variant: 'informative', line: 'Testing connection…' } as const)
      : testOutcomes[test.outcome];
  const hasFailed = test?.outcome === 'failed';
  return (
    <>
      <StatusLight variant={variant} size="XL">
        {line}
      </StatusLight>
      <ConnectionId id={connection.id} />
      <div>
        <Button
          variant="accent"
          onPress={hasFailed ? onShowTest : onChooseTable}
          // Both labels fit, so that the button keeps its size when the test ends.
          styles={style({ minWidth: 208 })}
        >
          {hasFailed ? 'Next: see what to check' : 'Next: choose a table'}
        </Button>
      </div>
      <RequestPath route={toTestRoute(access, source, test ?? null)} words={null} />
    </>
  );
}
