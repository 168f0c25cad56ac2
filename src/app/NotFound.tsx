import { Page } from '../ui/layout/Page.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { paths } from '../session/paths.ts';

export function NotFound() {
  return (
    <Page heading="Page not found" lead="This address does not exist." hasErrors={false}>
      <TextLink to={paths.platform}>Create a connection</TextLink>
    </Page>
  );
}
