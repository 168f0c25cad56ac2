import { useLocation } from '@tanstack/react-router';
import { EmptyState } from '../ui/layout/EmptyState.tsx';
import { Page } from '../ui/layout/Page.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { paths } from './paths.ts';

/** Shown in place of a page that needs the answers of step one. A reload clears the credentials. */
export function NeedsAccess({ heading }: { readonly heading: string }) {
  const { href } = useLocation();
  return (
    <Page
      heading={heading}
      hasErrors={false}
      lead="Enter your Adobe credentials to open this page. Reloading the page clears them."
    >
      <EmptyState
        drawing="credentials"
        action={
          <TextLink to={paths.platform} search={{ next: href }}>
            Enter credentials
          </TextLink>
        }
      />
    </Page>
  );
}
