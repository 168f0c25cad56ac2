import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Access } from '../../session/access.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { countConnections } from '../count-connections.ts';
import { ChooseConnections } from './ChooseConnections.tsx';
import { ChooseSandboxes } from './ChooseSandboxes.tsx';
import { OtherCopies } from './OtherCopies.tsx';
import { PlanTable } from './PlanTable.tsx';
import type { Excluded, Original } from './originals.ts';
import type { usePlan } from './use-plan.ts';

interface CopyPlanProps {
  readonly access: Access;
  readonly originals: readonly Original[];
  readonly excluded: readonly Excluded[];
  readonly plan: ReturnType<typeof usePlan>;
}

/** Which connections are copied into which sandboxes, with what is there already. */
export function CopyPlan({ access, originals, excluded, plan }: CopyPlanProps) {
  const { rows } = plan;
  return (
    <>
      <OtherCopies access={access} />
      <div className={halves}>
        <Card>
          <ChooseConnections
            originals={originals}
            excluded={excluded}
            ids={plan.ids}
            onChange={plan.setIds}
          />
        </Card>
        <Card>
          <ChooseSandboxes access={access} chosen={plan.sandboxes} onChange={plan.setSandboxes} />
        </Card>
      </div>
      <Section heading="Copies" lead={null} action={null}>
        <Status>{describePlan(rows)}</Status>
        {rows.length > 0 && <PlanTable rows={rows} onDecide={plan.decide} />}
      </Section>
    </>
  );
}

function describePlan(rows: ReturnType<typeof usePlan>['rows']): string {
  if (rows.length === 0) return 'Choose connections and sandboxes.';
  if (rows.some(({ existing }) => existing.kind === 'loading'))
    return 'Loading connections of the sandboxes…';
  const existing = rows.filter(({ existing: { kind } }) => kind === 'found').length;
  const chosen = rows.filter(({ isChosen }) => isChosen).length;
  const similar = existing === 0 ? '' : ` Similar connections exist for ${existing} of ${rows.length}.`;
  return `${countConnections(chosen)} will be created.${similar}`;
}

const halves = style({
  display: 'grid',
  gridTemplateColumns: { default: ['minmax(0, 1fr)'], lg: ['minmax(0, 1fr)', 'minmax(0, 1fr)'] },
  alignItems: 'start',
  gap: 24,
});
