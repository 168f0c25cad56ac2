import type { ConnectionChoice } from '../../imports/import-result.ts';
import { displayName } from '../../ui/display-text.ts';

/** The label of a connection in a choice among several: its name, and what tells it apart from the others. */
export function labelChoice({ name, details }: ConnectionChoice): string {
  return [displayName(name), ...details.map((one) => `(${one})`)].join(' ');
}
