import { useEffect } from 'react';
import { warnBeforeUnload } from './warn-before-unload.ts';

/** While it is on, the browser asks before it leaves the page. */
export function useUnloadWarning(isOn: boolean): void {
  useEffect(() => (isOn ? warnBeforeUnload() : undefined), [isOn]);
}
