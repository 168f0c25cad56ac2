import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useNow } from './use-now.ts';

/**
 * Shows the seconds since it was mounted. It is not a live region because a screen reader would announce every
 * second.
 */
export function ElapsedTime() {
  const [startedAt] = useState(Date.now);
  const elapsed = Math.max(0, useNow() - startedAt);
  return (
    <p className={style({ font: 'body', margin: 0, color: 'neutral-subdued' })}>
      {Math.round(elapsed / 1000)} s elapsed
    </p>
  );
}
