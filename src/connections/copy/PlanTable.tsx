import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { displayName } from '../../ui/display-text.ts';
import { CopyTable } from './CopyTable.tsx';
import { describeExisting } from './copy-words.ts';
import type { PlannedCopy } from './use-plan.ts';

interface PlanTableProps {
  readonly rows: readonly PlannedCopy[];
  readonly onDecide: (key: string, isChosen: boolean) => void;
}

/** One line for each planned copy, with what is in its sandbox already. */
export function PlanTable({ rows, onDecide }: PlanTableProps) {
  return (
    <CopyTable
      label="Planned copies"
      headings={['Connection', 'Sandbox', 'Similar connection']}
      rows={rows.map(({ key, name, sandbox, existing, isChosen }) => ({
        key,
        cells: [
          <Checkbox
            key="choice"
            isEmphasized
            isSelected={isChosen}
            onChange={(chosen) => onDecide(key, chosen)}
            aria-label={`Create “${displayName(name, 100)}” in sandbox ${sandbox}`}
          >
            {displayName(name, 100)}
          </Checkbox>,
          sandbox,
          describeExisting(existing),
        ],
      }))}
    />
  );
}
