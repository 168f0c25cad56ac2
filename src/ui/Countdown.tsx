import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useEffectEvent, useState } from 'react';
import { useNow } from './use-now.ts';

interface CountdownProps {
  readonly seconds: number;
  readonly toWords: (secondsLeft: number) => string;
  /** Called once, when the time is up; null where nothing follows by itself. */
  readonly onEnd: (() => void) | null;
}

/** Counts down before everyone's eyes, and is no live region: a screen reader would never come to rest. */
export function Countdown({ seconds, toWords, onEnd }: CountdownProps) {
  const [endsAt] = useState(() => Date.now() + seconds * 1000);
  const now = useNow();
  const end = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    const timer = setTimeout(end, seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return (
    <p className={style({ font: 'body', margin: 0 })}>
      {toWords(Math.max(0, Math.ceil((endsAt - now) / 1000)))}
    </p>
  );
}
