import { Page } from '../ui/layout/Page.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { paths } from '../session/paths.ts';

export function NotFound() {
  return (
    <Page heading="Page not found" lead="There is nothing at this address." hasErrors={false}>
      <TextLink to={paths.platform}>Create a connection</TextLink>
    </Page>
  );
}
