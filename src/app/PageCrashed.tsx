import { Button } from '@react-spectrum/s2/Button';
import { useRouter } from '@tanstack/react-router';
import { Page } from '../ui/layout/Page.tsx';

/** Shown in place of a page that failed to render or whose code could not be loaded. */
export function PageCrashed() {
  const router = useRouter();
  return (
    <Page
      heading="This page failed to load"
      lead="Your values are kept. If trying again does not help, reload the page and re-enter your secrets."
      hasErrors
    >
      <Button variant="accent" onPress={() => void router.invalidate()}>
        Try again
      </Button>
    </Page>
  );
}
