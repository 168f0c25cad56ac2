import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRouter } from '@tanstack/react-router';
import { Page } from '../ui/layout/Page.tsx';

/** Shown in place of the app when the page cannot read the environment from its server. */
export function ServerDown() {
  const router = useRouter();
  return (
    <main className={style({ maxWidth: 832, marginX: 'auto', padding: 32 })}>
      <Page
        heading="The wizard server is not responding"
        lead="Nothing was sent. Check that the server is running, then try again."
        hasErrors
      >
        <Button variant="accent" onPress={() => void router.invalidate()}>
          Try again
        </Button>
      </Page>
    </main>
  );
}
