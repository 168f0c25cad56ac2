import type { ConnectionChoice } from '../../imports/import-result.ts';
import { displayName } from '../../ui/display-text.ts';

/** The label of a connection in a choice among several: its name, and what tells it apart from the others. */
export function labelChoice({ name, details }: ConnectionChoice): string {
  return [displayName(name), ...details.map((one) => `(${one})`)].join(' ');
}

/** Says which connection is shown after a choice, and how many fields it fills in. */
export function describeChoice(choice: ConnectionChoice, fields: number): string {
  const count = fields === 0 ? 'No fields' : fields === 1 ? '1 field' : `${fields} fields`;
  return `Showing ${labelChoice(choice)}. ${count} will be filled in.`;
}
