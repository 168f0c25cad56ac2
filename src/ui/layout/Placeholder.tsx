import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface PlaceholderProps {
  /**
   * The content that replaces the placeholder: a line of text, a line that wraps on narrow screens, a button, a field
   * with label and help, or a long list.
   */
  readonly of: 'line' | 'longLine' | 'button' | 'field' | 'list';
}

const block = style({
  width: { of: { line: 160, longLine: 320, button: 96, field: 'full', list: 'full' } },
  maxWidth: 'full',
  height: { of: { line: 24, longLine: { default: 48, sm: 24 }, button: 32, field: 40, list: 320 } },
  // Space for the label and the help.
  marginTop: { of: { field: 28 } },
  marginBottom: { of: { field: 32 } },
  borderRadius: { default: 'lg', of: { line: 'sm', longLine: 'sm', button: 'pill' } },
  backgroundColor: 'gray-75',
});

/**
 * Reserves space for content that is loading, so that nothing moves when it arrives. Screen readers ignore it,
 * because a status announces what is loading.
 */
export function Placeholder({ of }: PlaceholderProps) {
  return <div className={block({ of })} />;
}
