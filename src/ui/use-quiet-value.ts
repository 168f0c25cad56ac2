import { useEffect, useState } from 'react';

/** A value after it has stayed the same for a while. `undefined` until then. */
export function useQuietValue<Value>(value: Value, milliseconds: number): Value | undefined {
  const [quiet, setQuiet] = useState<Value>();
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(() => value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return quiet === value ? quiet : undefined;
}
