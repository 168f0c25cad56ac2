import { type ComponentType, useEffect, useState } from 'react';

interface Lazy<Props> {
  /** null until the code is loaded. */
  readonly Component: ComponentType<Props> | null;
  readonly hasFailed: boolean;
}

/**
 * A component whose code is loaded on demand. Unlike `lazy`, it does not suspend the page, and a failed load is
 * retried on the next demand.
 */
export function useLazyComponent<Props>(
  load: () => Promise<ComponentType<Props>>,
  isWanted: boolean,
): Lazy<Props> {
  const [lazy, setLazy] = useState<Lazy<Props>>({ Component: null, hasFailed: false });
  useEffect(() => {
    if (!isWanted || lazy.Component !== null) return undefined;
    let isCurrent = true;
    load().then(
      (Component) => isCurrent && setLazy({ Component, hasFailed: false }),
      () => isCurrent && setLazy({ Component: null, hasFailed: true }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, lazy.Component, load]);
  return lazy;
}
