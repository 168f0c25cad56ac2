import type { ExploredColumn, ExploredTable } from '../flow-service/explore.ts';

/** Name, type and XDM type of each column, to show. */
export function toColumnRows({ schema }: ExploredTable): readonly (readonly string[])[] {
  return schema.columns.map((column) => [column.name, column.type, describeXdm(column)]);
}

/** The sample rows, each with a text for every column; null when the service gave none. */
export function toSampleRows({ schema, data }: ExploredTable): readonly (readonly string[])[] | null {
  if (data === undefined) return null;
  // A column may be called what every object has, such as constructor.
  return data.map((row) =>
    schema.columns.map(({ name }) => (Object.hasOwn(row, name) ? describeValue(row[name]) : '')),
  );
}

/** `meta:xdmType` is the more exact one: a date-time is a string in `xdm.type` (T-TAB). */
function describeXdm({ 'meta:xdmType': exact, xdm }: ExploredColumn): string {
  return exact ?? xdm?.type ?? '';
}

function describeValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
