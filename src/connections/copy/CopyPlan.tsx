import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Access } from '../../session/access.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { ChooseConnections } from './ChooseConnections.tsx';
import { ChooseSandboxes } from './ChooseSandboxes.tsx';
import { OtherCopies } from './OtherCopies.tsx';
import type { ShownNames } from './name-apart.ts';
import type { Excluded, Original } from './originals.ts';
import type { usePlan } from './use-plan.ts';

interface CopyPlanProps {
  readonly access: Access;
  readonly originals: readonly Original[];
  readonly excluded: readonly Excluded[];
  readonly names: ShownNames;
  /** Whether temporary connections are left out. */
  readonly hasTrials: boolean;
  readonly plan: ReturnType<typeof usePlan>;
}

/** Which connections are copied into which sandboxes. */
export function CopyPlan({ access, originals, excluded, names, hasTrials, plan }: CopyPlanProps) {
  return (
    <>
      <OtherCopies access={access} />
      <div className={halves}>
        <Card>
          <ChooseConnections
            originals={originals}
            excluded={excluded}
            names={names}
            hasTrials={hasTrials}
            ids={plan.ids}
            onChange={plan.setIds}
          />
        </Card>
        <Card>
          <ChooseSandboxes access={access} chosen={plan.sandboxes} onChange={plan.setSandboxes} />
        </Card>
      </div>
    </>
  );
}

const halves = style({
  display: 'grid',
  gridTemplateColumns: { default: ['minmax(0, 1fr)'], lg: ['minmax(0, 1fr)', 'minmax(0, 1fr)'] },
  alignItems: 'start',
  gap: 24,
});
