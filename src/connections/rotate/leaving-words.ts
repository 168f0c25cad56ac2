import type { Rotation } from './run/rotation.ts';

/** What happens to a rotation that runs, after the user left its page. */
export function describeLeftRun({ phase }: Rotation): string {
  return phase === 'trying'
    ? 'Keep this tab open, so that the temporary connection is deleted. The rotation stops after its test, because you left its page.'
    : 'The rotation stops after the current change, because you left its page.';
}

/** What happens to a rotation that runs if the user leaves its page. */
export function describeLeaving({ phase }: Rotation): string {
  return `If you leave this page, the rotation stops after the ${phase === 'trying' ? 'test of the temporary connection' : 'current change'}.`;
}
