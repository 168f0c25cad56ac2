import Checkmark from '@react-spectrum/s2/icons/CheckmarkCircle';
import Circle from '@react-spectrum/s2/icons/Circle';
import ClockPending from '@react-spectrum/s2/icons/ClockPending';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { useCreateStage } from '../../create/create-context.tsx';
import { RequestPath } from '../../errors/RequestPath.tsx';
import { type RouteStates, toRoute } from '../../errors/route.ts';
import type { Access } from '../../session/access.tsx';
import type { Source } from '../../sources/source.ts';

type PhaseState = 'waiting' | 'running' | 'passed';

interface Progress {
  readonly route: RouteStates;
  /** The states of the phases in their order. */
  readonly phases: readonly [PhaseState, PhaseState, PhaseState, PhaseState];
}

const progress: Readonly<Record<'idle' | 'checking' | 'creating', Progress>> = {
  idle: {
    route: { server: 'waiting', adobe: 'waiting', database: 'waiting' },
    phases: ['waiting', 'waiting', 'waiting', 'waiting'],
  },
  checking: {
    route: { server: 'passed', adobe: 'running', database: 'waiting' },
    phases: ['running', 'waiting', 'waiting', 'waiting'],
  },
  // The page sees that the request was sent, and nothing of what Adobe does with it.
  creating: {
    route: { server: 'passed', adobe: 'running', database: 'running' },
    phases: ['passed', 'passed', 'running', 'waiting'],
  },
};

const states = {
  waiting: { Icon: Circle, word: 'not started', icon: iconStyle({ size: 'S' }) },
  running: { Icon: ClockPending, word: 'in progress', icon: iconStyle({ size: 'S', color: 'informative' }) },
  passed: { Icon: Checkmark, word: 'done', icon: iconStyle({ size: 'S', color: 'positive' }) },
} as const;

const phase = style({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  font: 'ui',
  color: { default: 'neutral-subdued', isRunning: 'neutral' },
});

interface CreateTimelineProps {
  readonly access: Access;
  readonly source: Source;
}

/**
 * What happens after Create: the route of the request and the phases. The labels are there from the start, so that
 * only their marks change.
 */
export function CreateTimeline({ access: { sandbox }, source }: CreateTimelineProps) {
  const { route, phases } = progress[useCreateStage() ?? 'idle'];
  const labels = [
    'Check for duplicates',
    'Send the request',
    `Adobe tries ${source.shortName}`,
    'Test the connection',
  ];
  return (
    <>
      <RequestPath route={toRoute({ sandbox, source }, route)} words={null} />
      <ol
        aria-label="What happens"
        className={style({
          listStyleType: 'none',
          margin: 0,
          padding: 0,
          display: 'flex',
          // The card is in the narrow column of a wide page.
          flexDirection: { default: 'row', xl: 'column' },
          flexWrap: 'wrap',
          columnGap: 16,
          rowGap: 4,
        })}
      >
        {phases.map((state, position) => {
          const { Icon, word, icon } = states[state];
          const label = labels[position];
          return (
            <li key={label} className={phase({ isRunning: state === 'running' })}>
              <Icon styles={icon} />
              <span>
                {label}
                <VisuallyHidden>{`: ${word}`}</VisuallyHidden>
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
