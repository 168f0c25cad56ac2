import { Link } from '@react-spectrum/s2/Link';
import { useQuery } from '@tanstack/react-query';
import { sandboxesQuery } from '../../api/sandboxes-query.ts';
import type { Access } from '../../session/access.tsx';
import { shorten } from '../../ui/display-text.ts';

/** Adobe changes its IP addresses at times, so the list is linked and not copied (IP-LIST). */
const addressListUrl =
  'https://experienceleague.adobe.com/en/docs/experience-platform/sources/ip-address-allow-list';

/** A link to the addresses that a firewall must allow, with the region of the sandbox if it is known. */
export function AdobeAddresses({ access }: { readonly access: Access }) {
  const { data: sandboxes } = useQuery(sandboxesQuery(access.credentials));
  const region = sandboxes?.items.find(({ name }) => name === access.sandbox)?.region;
  return (
    <Link href={addressListUrl} target="_blank" rel="noreferrer">
      Adobe’s IP addresses for {region === undefined ? 'your region' : `region ${shorten(region, 50)}`} (opens
      in a new tab)
    </Link>
  );
}
