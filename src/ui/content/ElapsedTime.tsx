import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useNow } from './use-now.ts';

/** Counts the seconds since it came onto the page. It is no live region: a screen reader would never come to rest. */
export function ElapsedTime() {
  const [startedAt] = useState(Date.now);
  const elapsed = Math.max(0, useNow() - startedAt);
  return (
    <p className={style({ font: 'body', margin: 0, color: 'neutral-subdued' })}>
      {Math.round(elapsed / 1000)} s elapsed
    </p>
  );
}
