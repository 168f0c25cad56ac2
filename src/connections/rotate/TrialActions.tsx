import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Access } from '../../session/access.tsx';
import { displayName } from '../../ui/display-text.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { clearLists, refreshDeleted } from '../clear-lists.ts';
import { removeTrial } from './remove-trial.ts';
import type { Trial, TrialRemoval } from './run/rotation.ts';
import { describeRemoval } from './rotation-words.ts';
import { rotations } from './memory/rotations.ts';

interface TrialActionsProps {
  readonly access: Access;
  /** The connection spec of the temporary connection. */
  readonly specId: string;
  readonly trial: Trial;
  /** Further actions beside its own. */
  readonly children?: ReactNode;
  /** Called after the deletion, which removes these actions, so that the page can say so. */
  readonly onDeleted?: () => void;
}

/** Names a temporary connection that was not deleted, and deletes it. */
export function TrialActions({ access, specId, trial, children, onDeleted }: TrialActionsProps) {
  const queryClient = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<TrialRemoval | null>(null);
  const remove = async () => {
    setIsBusy(true);
    const removal = await removeTrial(access, specId, trial, (id) => refreshDeleted(queryClient, access, id));
    setOutcome(removal);
    setIsBusy(false);
    if (removal !== 'deleted') return;
    clearLists(queryClient, access);
    onDeleted?.();
  };
  return (
    <>
      <p className={style({ margin: 0, overflowWrap: 'anywhere' })}>
        {describeTrial(trial, rotations.mayBeUsedElsewhere(trial.name))}
      </p>
      <Status>{outcome === null || isBusy ? '' : describeRemoval(outcome)}</Status>
      <div className={style({ marginY: 8, display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        <Button variant="secondary" isPending={isBusy} onPress={() => void remove()}>
          {trial.id === null ? 'Find and delete it' : 'Delete it'}
        </Button>
        {(outcome === 'notFound' || outcome === 'notFoundInPart') && (
          <Button
            variant="secondary"
            isDisabled={isBusy}
            onPress={() => rotations.settleTrial(trial.name, null)}
          >
            It does not exist
          </Button>
        )}
        {children}
      </div>
    </>
  );
}

function describeTrial({ name, id }: Trial, mayBeUsed: boolean): string {
  const what =
    id === null ? 'may exist, because the response to its creation was lost.' : `has the ID ${id}.`;
  // A reload and a duplicated tab look the same.
  const use = mayBeUsed ? ' If the rotation still runs in another tab, it may be in use there.' : '';
  return `“${displayName(name)}” ${what}${use}`;
}
