import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface CodeBlockProps {
  /** What the code is, for those who do not see it. */
  readonly label: string;
  readonly code: string;
}

/** Code as it is; scrolls by pointer and keyboard where it is wider than the page. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <pre
      role="region"
      aria-label={label}
      // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      className={style({
        font: 'code-sm',
        color: 'neutral',
        backgroundColor: 'gray-75',
        borderRadius: 'lg',
        margin: 0,
        padding: 16,
        overflowX: 'auto',
        outlineStyle: { default: 'none', ':focus-visible': 'solid' },
        outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
        outlineWidth: 2,
        outlineOffset: 2,
      })}
    >
      {code}
    </pre>
  );
}
