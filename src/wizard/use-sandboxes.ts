import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import type { Sandbox } from '../flow-service/sandbox.ts';
import { type PlatformAnswers, credentialsSchema } from '../platform/platform-answers.ts';
import { sandboxesQuery } from '../platform/queries.ts';
import { useQuietFields } from '../ui/use-quiet-fields.ts';

const quietMilliseconds = 400;
const credentialFields = ['apiKey', 'organizationId', 'accessToken'] as const;

/** The sandboxes for the credentials in the form, once those are well-formed and have been left alone for a moment. */
export function useSandboxes(form: UseFormReturn<PlatformAnswers>, isHeldByServer: boolean) {
  const quiet = useQuietFields(form, credentialFields, readCredentials, quietMilliseconds);
  const isAsked = isHeldByServer || quiet !== null;
  const query = useQuery({ ...sandboxesQuery(isHeldByServer ? null : quiet), enabled: isAsked });

  const sandboxes = query.data?.filter(({ state }) => state === 'active') ?? null;
  return {
    /** Those that can be used; null while there is no list. */
    sandboxes: sandboxes?.map((sandbox) => ({ name: sandbox.name, description: describe(sandbox) })) ?? null,
    status: isAsked ? describeListing(query.isFetching, sandboxes) : whenComplete,
    /** Whether the status is that of a listing, which goes on or went well. */
    isListing: isAsked && !query.isError,
    problem: isAsked && query.isError ? { error: query.error, retry: () => void query.refetch() } : null,
  };
}

/** null while they are not well-formed. */
function readCredentials([apiKey, organizationId, accessToken]: [string, string, string]) {
  const parsed = credentialsSchema.safeParse({ apiKey, organizationId, accessToken });
  return parsed.success ? parsed.data : null;
}

const whenComplete =
  'Listed here as soon as the three fields above are filled in. Or type its name, such as prod.';

function describeListing(isFetching: boolean, sandboxes: readonly Sandbox[] | null): string {
  if (sandboxes === null) {
    return isFetching
      ? 'Asking Experience Platform for your sandboxes…'
      : 'Type the name of the sandbox, such as prod.';
  }
  if (sandboxes.length === 0) return 'These credentials open no active sandbox.';
  return sandboxes.length === 1
    ? 'These credentials open one sandbox.'
    : `These credentials open ${sandboxes.length} sandboxes. Find one by name or title.`;
}

function describe({ title, type, region, isDefault }: Sandbox): string {
  return [title, isDefault === true ? `${type ?? ''}, default`.replace(/^, /, '') : type, region]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}
