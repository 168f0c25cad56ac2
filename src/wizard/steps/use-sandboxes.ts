import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import type { Sandbox } from '../../flow-service/schemas/sandbox.ts';
import { type PlatformAnswers, credentialsSchema } from '../../session/platform-answers.ts';
import { describeSandbox, isUsableSandbox } from '../../session/sandboxes.ts';
import { describeUnread } from '../../ui/display-text.ts';
import { sandboxesQuery } from '../../api/sandboxes-query.ts';
import { useDebouncedFields } from '../../ui/form/use-debounced-fields.ts';

const debounceMilliseconds = 400;
/** The maximum number of sandboxes in the list. */
export const mostListed = 500;
const credentialFields = ['apiKey', 'organizationId', 'accessToken'] as const;

/**
 * The sandboxes for the credentials in the form. They are read when the credentials are well-formed and have not
 * changed for a moment.
 */
export function useSandboxes(form: UseFormReturn<PlatformAnswers>, isHeldByServer: boolean) {
  const credentials = useDebouncedFields(form, credentialFields, readCredentials, debounceMilliseconds);
  const isAsked = isHeldByServer || credentials !== null;
  const query = useQuery({ ...sandboxesQuery(isHeldByServer ? null : credentials), enabled: isAsked });

  const sandboxes = query.data?.items.filter(isUsableSandbox) ?? null;
  return {
    /** The credentials that the list was read with; null while there are none, or when the server has them. */
    credentials: isHeldByServer ? null : credentials,
    /** The usable sandboxes, or null while there is no list. */
    sandboxes:
      sandboxes?.map((sandbox) => ({ name: sandbox.name, description: describeSandbox(sandbox) })) ?? null,
    status: isAsked ? describeStatus(query.isFetching, sandboxes, query.data?.unreadable ?? 0) : whenComplete,
    /** Whether the status is about a listing that is running or succeeded. */
    isListing: isAsked && !query.isError,
    problem: isAsked && query.isError ? { error: query.error, retry: () => void query.refetch() } : null,
  };
}

/** null while the credentials are not well-formed. */
function readCredentials([apiKey, organizationId, accessToken]: [string, string, string]) {
  const parsed = credentialsSchema.safeParse({ apiKey, organizationId, accessToken });
  return parsed.success ? parsed.data : null;
}

const whenComplete =
  'Sandboxes load when the fields above are complete. You can also enter a name, such as prod.';

function describeStatus(
  isFetching: boolean,
  sandboxes: readonly Sandbox[] | null,
  unreadable: number,
): string {
  const unread = describeUnread(unreadable, 'sandbox', 'sandboxes');
  return `${describeListing(isFetching, sandboxes)} ${unread}`.trim();
}

function describeListing(isFetching: boolean, sandboxes: readonly Sandbox[] | null): string {
  if (sandboxes === null) {
    return isFetching ? 'Loading sandboxes…' : 'Enter the name of the sandbox, such as prod.';
  }
  if (sandboxes.length === 0) return 'No active sandboxes available. Ask your administrator for access.';
  if (sandboxes.length === 1) return '1 sandbox available.';
  const count = sandboxes.length.toLocaleString('en-US');
  const extent = sandboxes.length > mostListed ? ` The list shows ${mostListed} at a time.` : '';
  return `${count} sandboxes available. Search by name or title.${extent}`;
}
