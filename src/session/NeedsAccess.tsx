import { useLocation } from '@tanstack/react-router';
import { Page } from '../ui/layout/Page.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { paths } from './paths.ts';

/** Stands in for a page that cannot be shown before step one is answered; a reload forgets the credentials. */
export function NeedsAccess({ heading }: { readonly heading: string }) {
  const { href } = useLocation();
  return (
    <Page
      heading={heading}
      hasErrors={false}
      lead="Credentials are kept in the memory of this page only: a reload forgets them, and a token runs out."
    >
      <TextLink to={paths.platform} search={{ next: href }}>
        Enter the credentials
      </TextLink>
    </Page>
  );
}
