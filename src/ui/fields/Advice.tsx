import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface AdviceProps {
  /** The advice and its reason, or the empty string for none. */
  readonly message: string;
  /** The action that one click performs, or null when only the user can decide. */
  readonly fix: { readonly label: string; readonly onPress: () => void } | null;
}

const frame = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
  marginTop: { default: 8, isEmpty: 0 },
});

/** Advice about a field with a button that applies it. It blocks nothing and is announced when it appears. */
export function Advice({ message, fix }: AdviceProps) {
  return (
    <div className={frame({ isEmpty: message === '' })}>
      <p
        role="status"
        className={style({
          font: 'ui-sm',
          margin: 0,
          flexGrow: 1,
          flexBasis: 256,
          paddingStart: { default: 12, ':empty': 0 },
          borderWidth: 0,
          borderStartWidth: { default: 4, ':empty': 0 },
          borderStyle: 'solid',
          borderColor: 'notice-700',
        })}
      >
        {message}
      </p>
      {message !== '' && fix !== null && (
        <Button variant="secondary" fillStyle="outline" size="S" onPress={fix.onPress}>
          {fix.label}
        </Button>
      )}
    </div>
  );
}
