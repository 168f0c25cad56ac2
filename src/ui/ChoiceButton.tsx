import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';

interface ChoiceButtonProps {
  readonly label: string;
  /** What the choice does, in one sentence. */
  readonly description: string;
  /** Whether the choice is being carried out. */
  readonly isPending?: boolean;
  readonly onPress: () => void;
  /** Called before the choice is made, when it takes the focus or the pointer reaches it. */
  readonly onApproach?: () => void;
}

/** A large button for one of the few ways to start. */
export function ChoiceButton(props: ChoiceButtonProps) {
  const { label, description, isPending = false, onPress, onApproach } = props;
  const labelId = useId();
  const descriptionId = useId();
  return (
    <button
      type="button"
      aria-labelledby={labelId}
      aria-describedby={descriptionId}
      aria-disabled={isPending}
      className={frame}
      onFocus={onApproach}
      onPointerEnter={onApproach}
      onClick={() => {
        if (!isPending) onPress();
      }}
    >
      <span id={labelId} className={style({ font: 'title-sm', color: 'inherit' })}>
        {label}
      </span>
      <span
        id={descriptionId}
        className={style({ font: 'ui-sm', color: 'neutral-subdued', textWrap: 'pretty' })}
      >
        {description}
      </span>
    </button>
  );
}

const frame = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  flexGrow: 1,
  flexBasis: 256,
  padding: 16,
  textAlign: 'start',
  color: 'neutral',
  cursor: 'pointer',
  borderStyle: 'solid',
  borderWidth: 1,
  borderRadius: 'lg',
  borderColor: { default: 'gray-500', forcedColors: 'ButtonBorder' },
  backgroundColor: { default: 'transparent', ':hover': 'gray-75' },
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
});
