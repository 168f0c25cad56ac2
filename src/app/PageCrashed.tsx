import { Button } from '@react-spectrum/s2/Button';
import { useRouter } from '@tanstack/react-router';
import { Page } from '../ui/layout/Page.tsx';

/** In place of a page that ran into an error of its own, or whose code could not be loaded. */
export function PageCrashed() {
  const router = useRouter();
  return (
    <Page
      heading="This page could not be shown"
      lead="What you typed is kept. If trying again does not help, reload: only the secrets are asked for anew."
      hasErrors
    >
      <Button variant="accent" onPress={() => void router.invalidate()}>
        Try again
      </Button>
    </Page>
  );
}
