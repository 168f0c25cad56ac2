import type { ExploredColumn } from '../../flow-service/schemas/explore.ts';

/** What the values of a column are, to choose an icon and how they are laid out. */
export type ColumnKind = 'number' | 'time' | 'boolean' | 'text' | 'other';

const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(?:date|time)/, 'time'],
  [/^(?:number|double|float|decimal|real|numeric|(?:tiny|small|big)?int|integer|long|short|byte$)/, 'number'],
  [/^bool/, 'boolean'],
  [/^(?:string|text|n?(?:var)?char)/, 'text'],
];

/** The XDM type is more exact than the type: a date-time has the type string (T-TAB). */
export function readColumnKind(column: ExploredColumn): ColumnKind {
  for (const type of [column['meta:xdmType'], column.xdm?.format, column.xdm?.type, column.type]) {
    const found = kinds.find(([pattern]) => pattern.test(type?.toLowerCase() ?? ''));
    if (found !== undefined) return found[1];
  }
  return 'other';
}
