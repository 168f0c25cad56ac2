import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useNow } from './use-now.ts';

interface ElapsedTimeProps {
  /** Milliseconds. */
  readonly slowAfter: number;
  /** Shown when it takes that long. */
  readonly children: ReactNode;
}

/** Counts the seconds since it came onto the page. It is no live region: a screen reader would never come to rest. */
export function ElapsedTime({ slowAfter, children }: ElapsedTimeProps) {
  const [startedAt] = useState(Date.now);
  const elapsed = Math.max(0, useNow() - startedAt);
  return (
    <>
      <p className={style({ font: 'body', margin: 0, color: 'neutral-subdued' })}>
        {Math.round(elapsed / 1000)} s so far
      </p>
      {elapsed >= slowAfter && children}
    </>
  );
}
