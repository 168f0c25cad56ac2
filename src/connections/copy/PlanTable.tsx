import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { memo } from 'react';
import { displayName } from '../../ui/display-text.ts';
import { CopyLine, CopyTable } from './CopyTable.tsx';
import { describeExisting } from './copy-words.ts';
import type { PlannedCopy } from './planner.ts';

interface PlanTableProps {
  readonly rows: readonly PlannedCopy[];
  readonly isChosen: (row: PlannedCopy) => boolean;
  readonly onDecide: (key: string, isChosen: boolean) => void;
}

/** One line for each planned copy, with what is in its sandbox already. */
export function PlanTable({ rows, isChosen, onDecide }: PlanTableProps) {
  return (
    <CopyTable
      label="Planned copies"
      headings={['Connection', 'Sandbox', 'Similar connection']}
      rows={rows}
      renderRow={(row) => <PlanRow key={row.key} row={row} isChosen={isChosen(row)} onDecide={onDecide} />}
    />
  );
}

interface PlanRowProps {
  readonly row: PlannedCopy;
  readonly isChosen: boolean;
  readonly onDecide: PlanTableProps['onDecide'];
}

/** Only the rows that change are drawn again. */
const PlanRow = memo(function PlanRow({ row, isChosen, onDecide }: PlanRowProps) {
  const { key, name, sandbox, existing } = row;
  return (
    <CopyLine
      sandbox={sandbox}
      connection={
        <Checkbox
          isEmphasized
          isSelected={isChosen}
          onChange={(chosen) => onDecide(key, chosen)}
          aria-label={`Create “${displayName(name, 100)}” in sandbox ${sandbox}`}
        >
          {displayName(name, 100)}
        </Checkbox>
      }
    >
      {describeExisting(existing)}
    </CopyLine>
  );
});
