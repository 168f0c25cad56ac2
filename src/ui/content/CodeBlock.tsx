import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ScrollRegion } from './ScrollRegion.tsx';
import { shorten } from '../display-text.ts';

interface CodeBlockProps {
  /** The accessible name of the code. */
  readonly label: string;
  readonly code: string;
  /** Whether long code is shown in a box of limited height. */
  readonly isBounded?: boolean;
}

/** Longer code takes a browser seconds to draw and is not readable. */
const mostCharacters = 20_000;

/** Code without line wrapping. Very long code is cut off. */
export function CodeBlock({ label, code, isBounded = false }: CodeBlockProps) {
  return (
    <>
      {code.length > mostCharacters && (
        <p className={style({ font: 'body-sm', margin: 0 })}>
          {`Showing the first ${mostCharacters.toLocaleString('en-US')} of ${code.length.toLocaleString('en-US')} characters.`}
        </p>
      )}
      <ScrollRegion label={label} isBounded={isBounded}>
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
          {shorten(code, mostCharacters)}
        </pre>
      </ScrollRegion>
    </>
  );
}
