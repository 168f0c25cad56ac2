import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextLink } from '../TextLink.tsx';

interface StepIndicatorProps {
  readonly steps: readonly {
    readonly path: string;
    readonly label: string;
    readonly state: 'done' | 'current' | 'open' | 'closed';
  }[];
}

const item = style({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  // A label that becomes a link is taller.
  minHeight: 32,
  font: 'ui-lg',
  color: { default: 'neutral-subdued', isCurrent: 'neutral' },
  fontWeight: { default: 'normal', isCurrent: 'bold' },
});

const mark = style({
  size: 24,
  flexShrink: 0,
  borderRadius: 'full',
  borderWidth: 2,
  borderStyle: 'solid',
  boxSizing: 'border-box',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  font: 'ui-sm',
  fontWeight: 'bold',
  // Without this, the browser draws its own background behind the number, which makes the number unreadable.
  forcedColorAdjust: 'none',
  borderColor: {
    default: 'gray-500',
    forcedColors: 'ButtonText',
    isFilled: { default: 'accent-900', forcedColors: 'Highlight' },
  },
  backgroundColor: { default: 'transparent', isFilled: { default: 'accent-900', forcedColors: 'Highlight' } },
  color: {
    default: 'neutral-subdued',
    forcedColors: 'ButtonText',
    isFilled: { default: '[light-dark(white, black)]', forcedColors: 'HighlightText' },
  },
});

/** Shows the current step in a navigation list. Steps that were reached before are links. */
export function StepIndicator({ steps }: StepIndicatorProps) {
  return (
    <nav aria-label="Steps">
      {/* A phone has no room for the list. */}
      <p className={style({ font: 'ui-lg', margin: 0, display: { sm: 'none' } })}>
        Step {steps.findIndex(({ state }) => state === 'current') + 1} of {steps.length}
      </p>
      <ol
        className={style({
          listStyleType: 'none',
          margin: 0,
          padding: 0,
          display: { default: 'none', sm: 'flex' },
          flexWrap: 'wrap',
          columnGap: 32,
          rowGap: 8,
        })}
      >
        {steps.map(({ path, label, state }, position) => (
          <li
            key={path}
            className={item({ isCurrent: state === 'current' })}
            {...(state === 'current' && { 'aria-current': 'step' })}
          >
            <span aria-hidden="true" className={mark({ isFilled: state === 'current' || state === 'done' })}>
              {state === 'done' ? '✓' : position + 1}
            </span>
            {state === 'done' || state === 'open' ? <TextLink to={path}>{label}</TextLink> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
