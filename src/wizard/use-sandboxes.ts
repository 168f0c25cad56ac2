import { useQuery } from '@tanstack/react-query';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useMemo } from 'react';
import type { Sandbox } from '../flow-service/sandbox.ts';
import { type PlatformAnswers, credentialsSchema } from '../platform/platform-answers.ts';
import { sandboxesQuery } from '../platform/queries.ts';
import { useQuietValue } from '../ui/use-quiet-value.ts';

const quietMilliseconds = 400;

/** The sandboxes for the credentials in the form, once those are well-formed and have been left alone for a moment. */
export function useSandboxes(form: UseFormReturn<PlatformAnswers>, isHeldByServer: boolean) {
  const [apiKey, organizationId, accessToken] = useWatch({
    control: form.control,
    name: ['apiKey', 'organizationId', 'accessToken'],
  });
  const typed = useMemo(() => {
    const parsed = credentialsSchema.safeParse({ apiKey, organizationId, accessToken });
    return parsed.success ? parsed.data : null;
  }, [apiKey, organizationId, accessToken]);
  const quiet = useQuietValue(typed, quietMilliseconds) ?? null;
  const isAsked = isHeldByServer || quiet !== null;
  const query = useQuery({ ...sandboxesQuery(isHeldByServer ? null : quiet), enabled: isAsked });

  const sandboxes = query.data?.filter(({ state }) => state === 'active') ?? null;
  return {
    /** Those that can be used; null while there is no list. */
    sandboxes: sandboxes?.map((sandbox) => ({ name: sandbox.name, description: describe(sandbox) })) ?? null,
    status: isAsked ? describeListing(query.isFetching, sandboxes) : whenComplete,
    problem: isAsked && query.isError ? { error: query.error, retry: () => void query.refetch() } : null,
  };
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
