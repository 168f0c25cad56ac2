import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly heading: string;
  /** One sentence below the heading. */
  readonly lead: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Section({ heading, lead, children }: SectionProps) {
  const headingId = useId();
  return (
    <section
      aria-labelledby={headingId}
      className={style({ display: 'flex', flexDirection: 'column', gap: 16, minWidth: 0 })}
    >
      <div>
        <h2 id={headingId} className={style({ font: 'title-lg', margin: 0 })}>
          {heading}
        </h2>
        {lead !== null && (
          <p className={style({ font: 'body', margin: 0, marginTop: 4, color: 'neutral-subdued' })}>{lead}</p>
        )}
      </div>
      {children}
    </section>
  );
}
