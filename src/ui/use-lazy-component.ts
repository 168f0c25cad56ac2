import { type ComponentType, useEffect, useState } from 'react';

interface Lazy<Props> {
  /** null until it is there. */
  readonly Component: ComponentType<Props> | null;
  readonly hasFailed: boolean;
}

/**
 * A component whose code is loaded when it is wanted. Unlike `lazy` it leaves what is on the page alone until it
 * is there, and a load that failed is tried again the next time it is wanted.
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
