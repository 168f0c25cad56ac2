import { type ComponentType, useEffect, useState } from 'react';

interface Late<Props> {
  /** null until it is there. */
  readonly Component: ComponentType<Props> | null;
  readonly hasFailed: boolean;
}

/**
 * A component whose code is loaded when it is wanted. Unlike `lazy` it leaves what is on the page alone until it
 * is there, and a load that failed is tried again the next time it is wanted.
 */
export function useLateComponent<Props>(
  load: () => Promise<ComponentType<Props>>,
  isWanted: boolean,
): Late<Props> {
  const [late, setLate] = useState<Late<Props>>({ Component: null, hasFailed: false });
  useEffect(() => {
    if (!isWanted || late.Component !== null) return undefined;
    let isCurrent = true;
    load().then(
      (Component) => isCurrent && setLate({ Component, hasFailed: false }),
      () => isCurrent && setLate({ Component: null, hasFailed: true }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, late.Component, load]);
  return late;
}
