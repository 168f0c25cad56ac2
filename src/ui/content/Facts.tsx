import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface FactsProps {
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[];
}

const muted = style({ color: 'neutral-subdued' });

/** A list of terms and values, in two columns if there is room. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl
      className={style({
        font: 'body',
        margin: 0,
        display: 'grid',
        gridTemplateColumns: { default: ['1fr'], sm: ['minmax(0, 12rem)', 'minmax(0, 1fr)'] },
        columnGap: 24,
        rowGap: { default: 4, sm: 12 },
      })}
    >
      {facts.map(({ term, value }) => (
        <div key={term} className={style({ display: 'contents' })}>
          <dt className={muted}>{term}</dt>
          <dd
            className={style({
              margin: 0,
              marginBottom: { default: 8, sm: 0 },
              color: 'neutral',
              overflowWrap: 'anywhere',
            })}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The same with each value below its term, side by side if there is room. It takes half the height. */
export function FactGrid({ facts }: FactsProps) {
  return (
    <dl
      className={style({
        font: 'body',
        margin: 0,
        display: 'grid',
        gridTemplateColumns: { default: ['minmax(0, 1fr)'], sm: ['minmax(0, 1fr)', 'minmax(0, 1fr)'] },
        columnGap: 24,
        rowGap: 12,
      })}
    >
      {facts.map(({ term, value }) => (
        <div key={term} className={style({ minWidth: 0 })}>
          <dt className={muted}>{term}</dt>
          <dd className={style({ margin: 0, color: 'neutral', overflowWrap: 'anywhere' })}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
