import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { toScope } from '../../create/attempt.ts';
import type { Access } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { useStore } from '../../ui/form/store.ts';
import { displayName } from '../../ui/display-text.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { rotations } from './rotations.ts';

/** Names the temporary connections that rotations did not delete, because the user may not open their pages again. */
export function OrphanedTrials({ access }: { readonly access: Access }) {
  const navigate = useNavigate();
  useStore(rotations.all);
  return rotations.readOrphaned(toScope(access)).map(({ startedOn, names }) => (
    <Notice key={startedOn} variant="notice" heading="Temporary connections may still exist">
      <p className={style({ margin: 0, marginBottom: 8, overflowWrap: 'anywhere' })}>
        {`A rotation created them to try a secret: ${names.map((name) => `“${displayName(name)}”`).join(' and ')}. Open the rotation to delete them.`}
      </p>
      <Button
        variant="secondary"
        onPress={() => void navigate({ to: paths.rotateSecret, params: { id: startedOn } })}
      >
        Open the rotation
      </Button>
    </Notice>
  ));
}
