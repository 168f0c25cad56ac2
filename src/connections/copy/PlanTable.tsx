import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { explainError } from '../../errors/explain-error.ts';
import { displayName } from '../../ui/display-text.ts';
import { CopyTable } from './CopyTable.tsx';
import type { Resemblance } from './find-existing.ts';
import type { Existing, PlannedCopy } from './use-plan.ts';

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

const resemblances: Readonly<Record<Resemblance, string>> = {
  nameAndTarget: 'has the same name, database and user',
  name: 'has the same name',
  target: 'has the same database and user',
};

function describeExisting(existing: Existing): string {
  switch (existing.kind) {
    case 'loading':
      return 'Loading…';
    case 'none':
      return existing.isWhole
        ? 'No similar connection'
        : 'No similar connection among those that could be read';
    case 'unreadable':
      return explainError(existing.error, null).sentence;
    case 'found':
      return `“${displayName(existing.connection.name, 100)}” ${resemblances[existing.resemblance]}`;
  }
}
