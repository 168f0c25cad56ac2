import { usePrefetchQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { connectionSpecQuery } from '../../api/queries.ts';
import type { Credentials } from '../../flow-service/credentials.ts';
import type { Access } from '../../session/access.tsx';
import type { PlatformAnswers } from '../../session/platform-answers.ts';
import { useDebouncedFields } from '../../ui/form/use-debounced-fields.ts';
import { useWizard } from '../wizard.tsx';

interface EarlyDefinitionProps {
  readonly form: UseFormReturn<PlatformAnswers>;
  /** null when the server has the credentials. */
  readonly credentials: Credentials | null;
  /** The sandboxes that the credentials can use. */
  readonly sandboxes: readonly { readonly name: string }[];
}

/**
 * Requests Adobe's definition of the source as soon as the sandbox is one of those listed, so that the next step
 * rarely waits for it. Draws nothing.
 */
export function EarlyDefinition({ form, credentials, sandboxes }: EarlyDefinitionProps) {
  const sandbox = useDebouncedFields(form, sandboxField, readName, debounceMilliseconds);
  const isListed = sandboxes.some(({ name }) => name === sandbox);
  return sandbox !== null && isListed && <Prefetch access={{ credentials, sandbox }} />;
}

const sandboxField = ['sandbox'] as const;
const debounceMilliseconds = 400;
const readName = ([name]: readonly [string]) => name.trim();

function Prefetch({ access }: { readonly access: Access }) {
  const { source } = useWizard();
  // A query that the next step would wait for must not end with this step, so it has no observer.
  usePrefetchQuery(connectionSpecQuery(access, source.connectionSpec.id));
  return null;
}
