import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ScrollRegion } from './ScrollRegion.tsx';

interface CodeBlockProps {
  /** What the code is, for those who do not see it. */
  readonly label: string;
  readonly code: string;
}

/** Code as it is, in lines as long as they are. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <ScrollRegion label={label}>
      <pre
        className={style({
          font: 'code-sm',
          color: 'neutral',
          boxSizing: 'border-box',
          width: 'max',
          minWidth: 'full',
          margin: 0,
          padding: 16,
        })}
      >
        {code}
      </pre>
    </ScrollRegion>
  );
}
