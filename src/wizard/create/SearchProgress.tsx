import { ProgressBar } from '@react-spectrum/s2/ProgressBar';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useNow } from '../../ui/content/use-now.ts';

/** The length of a search in seconds (`create/find-created.ts`). */
const longest = 90;

/** How much of the longest search is over. `startedAt`: epoch milliseconds, or null when the search starts now. */
export function SearchProgress({ startedAt }: { readonly startedAt: number | null }) {
  const [mountedAt] = useState(Date.now);
  const elapsed = Math.round((useNow() - (startedAt ?? mountedAt)) / 1000);
  const shown = Math.min(longest, Math.max(0, elapsed));
  return (
    <ProgressBar
      label="Searching"
      value={shown}
      maxValue={longest}
      valueLabel={`${shown} of ${longest} s`}
      styles={style({ width: 'full', maxWidth: 640 })}
    />
  );
}
