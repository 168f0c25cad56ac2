import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface FactsProps {
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[];
}

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
          <dt className={style({ color: 'neutral-subdued' })}>{term}</dt>
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
