import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { toScope } from '../../create/attempt.ts';
import { type Access, usePlatformAnswers } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { useStore } from '../../ui/form/store.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { describeCopies } from './copy-words.ts';
import { copyRuns } from './copy-runs.ts';

/** Leads to the copies of other sandboxes, because opening a copy changes the sandbox of all pages. */
export function OtherCopies({ access }: { readonly access: Access }) {
  const platform = usePlatformAnswers();
  const navigate = useNavigate();
  useStore(copyRuns.all);
  return copyRuns.readElsewhere(toScope(access)).map(({ sandbox, copies }) => (
    <Notice key={sandbox} variant="informative" heading={`You copied connections from sandbox ${sandbox}`}>
      <p className={style({ margin: 0, marginBottom: 8 })}>{describeCopies(copies)}</p>
      <Button
        variant="secondary"
        onPress={() => {
          platform.set({ ...platform.get(), sandbox });
          // The address may name a connection of this sandbox.
          void navigate({ to: paths.copyConnections, search: {} });
        }}
      >
        {`Switch to sandbox ${sandbox} and show its copies`}
      </Button>
    </Notice>
  ));
}
