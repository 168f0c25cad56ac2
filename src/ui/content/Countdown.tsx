import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useEffectEvent } from 'react';
import { useNow } from './use-now.ts';

interface CountdownProps {
  /** Epoch milliseconds: it goes on where it was when it comes onto the page anew. */
  readonly endsAt: number;
  readonly toWords: (secondsLeft: number) => string;
  /** Called once, when the time is up; null where nothing follows by itself. */
  readonly onEnd: (() => void) | null;
}

/** Counts down before everyone's eyes, and is no live region: a screen reader would never come to rest. */
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
