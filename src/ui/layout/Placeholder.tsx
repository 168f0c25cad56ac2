import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface PlaceholderProps {
  /**
   * What comes in its place: a line of text, one that is broken where there is little room, a button, a field with
   * label and help, or a long list.
   */
  readonly of: 'line' | 'longLine' | 'button' | 'field' | 'list';
}

const block = style({
  width: { of: { line: 160, longLine: 320, button: 96, field: 'full', list: 'full' } },
  maxWidth: 'full',
  height: { of: { line: 24, longLine: { default: 48, sm: 24 }, button: 32, field: 40, list: 320 } },
  // Its label and its help.
  marginTop: { of: { field: 28 } },
  marginBottom: { of: { field: 32 } },
  borderRadius: { default: 'lg', of: { line: 'sm', longLine: 'sm', button: 'pill' } },
  backgroundColor: 'gray-75',
});

/**
 * Keeps the place of what is still to come, so that it moves nothing as it arrives. Screen readers pass it over: a
 * status says what is awaited.
 */
export function Placeholder({ of }: PlaceholderProps) {
  return <div className={block({ of })} />;
}
