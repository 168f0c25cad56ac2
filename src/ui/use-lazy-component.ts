import { type ComponentType, useCallback, useEffect, useState } from 'react';

interface Lazy<Props> {
  /** null until the code is loaded. */
  readonly Component: ComponentType<Props> | null;
  readonly hasFailed: boolean;
  /** Called when the user asks again. Without it, a failed load is not repeated while the component stays wanted. */
  readonly retry: () => void;
}

/**
 * A component whose code is loaded on demand. Unlike `lazy`, it does not suspend the page. When a load fails, the page
 * stays: `lazyRouteComponent` of the router reloads it, which dropped a typed token in a trial.
 */
export function useLazyComponent<Props>(
  load: () => Promise<ComponentType<Props>>,
  isWanted: boolean,
): Lazy<Props> {
  const [lazy, setLazy] = useState<Omit<Lazy<Props>, 'retry'>>({ Component: null, hasFailed: false });
  const start = useCallback(() => {
    load().then(
      (Component) => setLazy({ Component, hasFailed: false }),
      () => setLazy({ Component: null, hasFailed: true }),
    );
  }, [load]);
  useEffect(() => {
    if (isWanted && lazy.Component === null) start();
  }, [isWanted, lazy.Component, start]);
  const retry = () => {
    if (!lazy.hasFailed) return;
    setLazy({ Component: null, hasFailed: false });
    start();
  };
  return { ...lazy, retry };
}
