import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { toScope } from '../../create/attempt.ts';
import type { Access } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { useStore } from '../../ui/form/store.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { wasLeft } from './copies.ts';
import { describeCopies } from './copy-words.ts';
import { copyRuns } from './copy-runs.ts';

/** Says on the list of connections that leaving the copy page stopped the copies, because only that page shows the rest. */
export function CopyNotice({ access }: { readonly access: Access }) {
  useStore(copyRuns.all);
  const navigate = useNavigate();
  const copies = copyRuns.read(toScope(access));
  if (copies === null || !wasLeft(copies)) return null;
  return (
    <Notice variant="notice" heading={copies.phase === 'running' ? 'Copying stops soon' : 'Copying stopped'}>
      <p className={style({ margin: 0, marginBottom: 8 })}>{describeCopies(copies)}</p>
      <Button variant="secondary" onPress={() => void navigate({ to: paths.copyConnections, search: {} })}>
        Show the copies
      </Button>
    </Notice>
  );
}
