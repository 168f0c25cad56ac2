import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { memo } from 'react';
import { CopyLine, CopyTable } from './CopyTable.tsx';
import { describeExisting } from './copy-words.ts';
import { type ShownName, type ShownNames, findName } from './name-apart.ts';
import type { PlannedCopy } from './planner.ts';

interface PlanTableProps {
  readonly rows: readonly PlannedCopy[];
  readonly names: ShownNames;
  readonly isChosen: (row: PlannedCopy) => boolean;
  readonly onDecide: (key: string, isChosen: boolean) => void;
}

/** One line for each planned copy, with what is in its sandbox already. */
export function PlanTable({ rows, names, isChosen, onDecide }: PlanTableProps) {
  return (
    <CopyTable
      label="Planned copies"
      headings={['Connection', 'Sandbox', 'Similar connection']}
      rows={rows}
      renderRow={(row) => (
        <PlanRow
          key={row.key}
          row={row}
          name={findName(names, { id: row.originalId, name: row.name })}
          isChosen={isChosen(row)}
          onDecide={onDecide}
        />
      )}
    />
  );
}

interface PlanRowProps {
  readonly row: PlannedCopy;
  readonly name: ShownName;
  readonly isChosen: boolean;
  readonly onDecide: PlanTableProps['onDecide'];
}

/** Only the rows that change are drawn again. */
const PlanRow = memo(function PlanRow({ row, name, isChosen, onDecide }: PlanRowProps) {
  const { key, sandbox, existing } = row;
  return (
    <CopyLine
      sandbox={sandbox}
      connection={
        <Checkbox
          isEmphasized
          isSelected={isChosen}
          onChange={(chosen) => onDecide(key, chosen)}
          aria-label={`Create ${name.quoted} in sandbox ${sandbox}`}
        >
          {name.plain}
        </Checkbox>
      }
    >
      {describeExisting(existing)}
    </CopyLine>
  );
});
