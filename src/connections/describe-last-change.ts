import type { Connection } from '../flow-service/schemas/connection.ts';
import { describeTime } from '../ui/describe-time.ts';
import { shorten } from '../ui/display-text.ts';

/** Who changed a connection last, and when: `Changed by Ada: Jan 2, 2026, 12:00 PM.` Empty when the time is not known. */
export function describeLastChange({ updatedAt, updatedBy }: Connection): string {
  if (updatedAt === undefined) return '';
  return `${updatedBy === undefined ? 'Changed' : `Changed by ${shorten(updatedBy, 100)}:`} ${describeTime(updatedAt)}.`;
}
