import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useEffectEvent } from 'react';
import { useNow } from './use-now.ts';

interface CountdownProps {
  /** Epoch milliseconds, so that a countdown that is mounted again continues. */
  readonly endsAt: number;
  readonly toWords: (secondsLeft: number) => string;
  /** Called once when the time is up, or null when nothing happens automatically. */
  readonly onEnd: (() => void) | null;
}

/** A visible countdown. It is not a live region because a screen reader would announce every second. */
export function Countdown({ endsAt, toWords, onEnd }: CountdownProps) {
  const now = useNow();
  const end = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    const timer = setTimeout(end, endsAt - Date.now());
    return () => clearTimeout(timer);
  }, [endsAt]);
  return (
    <p className={style({ font: 'body', margin: 0 })}>
      {toWords(Math.max(0, Math.ceil((endsAt - now) / 1000)))}
    </p>
  );
}
