import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Circle from '@react-spectrum/s2/icons/Circle';
import ClockPending from '@react-spectrum/s2/icons/ClockPending';
import CloseCircle from '@react-spectrum/s2/icons/CloseCircle';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import RemoveCircle from '@react-spectrum/s2/icons/RemoveCircle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { describeDuration } from '../../ui/describe-time.ts';
import type { CheckStage } from '../../flow-service/schemas/connection-check.ts';
import type { CheckState, Hop } from './check-state.ts';
import { describeFacts, stageNames, stateWords } from './check-words.ts';

interface HopsProps {
  readonly state: CheckState;
  /** The stages that the source has. */
  readonly stages: readonly CheckStage[];
  /** The name of the computer that checks, as a hop. */
  readonly checker: string;
}

/** The way from this browser to the tables. Every hop keeps its place and height while its result arrives. */
export function Hops({ state, stages, checker }: HopsProps) {
  return (
    <ol className={style({ listStyleType: 'none', margin: 0, padding: 0 })}>
      <HopRow name="This browser" state="passed" />
      <HopRow name={checker} state={readServerState(state)} facts="Runs the wizard server" />
      {stages.map((stage) => {
        const hop = state.hops[stage];
        return (
          <HopRow
            key={stage}
            name={stageNames[stage]}
            state={hop.state}
            milliseconds={hop.milliseconds}
            facts={describeFacts(stage, hop)}
            isWarned={hop.warnings.length > 0}
          />
        );
      })}
    </ol>
  );
}

/** How far the page's own request got. */
function readServerState({ status, problem, results }: CheckState): Hop['state'] {
  if (status === 'starting') return 'running';
  if (status !== 'stopped') return 'passed';
  if (problem !== null) return 'failed';
  return results.length === 0 ? 'skipped' : 'passed';
}

interface HopRowProps {
  readonly name: string;
  readonly state: Hop['state'];
  readonly milliseconds?: number | null;
  readonly facts?: string;
  readonly isWarned?: boolean;
}

const row = style({
  display: 'grid',
  gridTemplateColumns: ['auto', 'minmax(0, 1fr)', 'auto'],
  columnGap: 8,
  paddingY: 4,
  // Facts arrive late, and the row below must not move.
  minHeight: 40,
  alignItems: 'start',
});

const word = style({
  font: 'ui-sm',
  color: { default: 'neutral-subdued', state: { passed: 'neutral', failed: 'negative', running: 'neutral' } },
  fontWeight: { default: 'normal', state: { failed: 'bold' } },
  textAlign: 'end',
});

function HopRow({ name, state, milliseconds = null, facts = '', isWarned = false }: HopRowProps) {
  return (
    <li className={row}>
      <HopIcon state={state} isWarned={isWarned} />
      <span className={style({ font: 'ui', fontWeight: 'medium' })}>{name}</span>
      <span className={word({ state })}>
        {isWarned ? 'Warning' : stateWords[state]}
        {milliseconds !== null && `, ${describeDuration(milliseconds)}`}
      </span>
      <span
        className={style({
          gridColumnStart: 2,
          gridColumnEnd: 'span 2',
          font: 'ui-sm',
          color: 'neutral-subdued',
          overflowWrap: 'anywhere',
        })}
      >
        {facts}
      </span>
    </li>
  );
}

function HopIcon({ state, isWarned }: { readonly state: Hop['state']; readonly isWarned: boolean }) {
  if (isWarned) return <AlertTriangle styles={iconStyle({ size: 'S', color: 'notice' })} />;
  switch (state) {
    case 'waiting':
      return <Circle styles={iconStyle({ size: 'S', color: 'gray' })} />;
    case 'running':
      return <ClockPending styles={iconStyle({ size: 'S', color: 'accent' })} />;
    case 'passed':
      return <CheckmarkCircle styles={iconStyle({ size: 'S', color: 'positive' })} />;
    case 'failed':
      return <CloseCircle styles={iconStyle({ size: 'S', color: 'negative' })} />;
    case 'skipped':
      return <RemoveCircle styles={iconStyle({ size: 'S', color: 'gray' })} />;
    case 'notTestable':
      return <HelpCircle styles={iconStyle({ size: 'S', color: 'gray' })} />;
  }
}
