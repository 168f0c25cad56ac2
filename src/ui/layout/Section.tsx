import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly heading: string;
  /** One sentence below the heading; null for none. */
  readonly lead: ReactNode;
  /** The action for the whole section, next to the heading, or null for none. */
  readonly action: ReactNode;
  readonly children: ReactNode;
}

/** A section of a page with a heading. */
export function Section({ heading, lead, action, children }: SectionProps) {
  const headingId = useId();
  return (
    <section
      aria-labelledby={headingId}
      className={style({ display: 'flex', flexDirection: 'column', gap: 16, minWidth: 0 })}
    >
      <div>
        <div
          className={style({
            font: 'body',
            display: 'flex',
            justifyContent: 'space-between',
            alignItems: 'baseline',
            gap: 16,
          })}
        >
          <h2 id={headingId} className={style({ font: 'title-lg', margin: 0 })}>
            {heading}
          </h2>
          {action}
        </div>
        {lead !== null && (
          <p className={style({ font: 'body', margin: 0, marginTop: 4, color: 'neutral-subdued' })}>{lead}</p>
        )}
      </div>
      {children}
    </section>
  );
}
