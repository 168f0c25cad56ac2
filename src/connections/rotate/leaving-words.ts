import type { Rotation } from './run/rotation.ts';

/** What happens to a running rotation after the user left its page. */
export function describeLeftRun({ phase }: Rotation): string {
  return phase === 'trying'
    ? 'You left the page, so the rotation stops after the test of the temporary connection. Keep this tab open until then, so that this connection is deleted.'
    : 'You left the page, so the rotation stops after the current change.';
}

/** What happens to a running rotation if the user leaves its page. */
export function describeLeaving({ phase }: Rotation): string {
  return `If you leave this page, the rotation stops after the ${phase === 'trying' ? 'test of the temporary connection' : 'current change'}.`;
}
