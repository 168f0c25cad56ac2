import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRouter, type RegisteredRouter } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { CreateProvider, useCreateStage } from '../../create/create-context.tsx';
import { isSame } from '../../ui/form/store.ts';
import { useUnloadWarning } from '../../ui/use-unload-warning.ts';
import type { CreateTask } from '../../create/create-state.ts';
import type { Created, CreateListeners } from '../../create/creator.ts';
import { redactRequest } from '../../source-form/answers/secrets.ts';
import { parseSourceAnswers } from '../../source-form/answers/source-answers.ts';
import { toConnectionRequest } from '../../source-form/answers/to-connection-request.ts';
import { type Wizard, type Wizards, useWizard, useWizards } from '../wizard.tsx';
import { paths } from '../../session/paths.ts';

/** Wraps every page. A created connection opens its page, or a notice about it appears on the current page. */
export function CreationProvider({ children }: { readonly children: ReactNode }) {
  const wizards = useWizards();
  const router = useRouter();
  const queryClient = useQueryClient();
  const listeners = useMemo(() => toListeners(wizards, router, queryClient), [wizards, router, queryClient]);
  return (
    <CreateProvider states={useWizard().creates} listeners={listeners}>
      <UnloadGuard />
      {children}
    </CreateProvider>
  );
}

/** A sent request continues after the page is closed, and the user would not see its result. */
function UnloadGuard() {
  useUnloadWarning(useCreateStage() === 'creating');
  return null;
}

function toListeners(wizards: Wizards, router: RegisteredRouter, queryClient: QueryClient): CreateListeners {
  return {
    preparePage: async () => {
      const { component } = router.routesById[paths.connection].options;
      await component?.preload?.();
      // A page whose code is loaded has no `preload` left.
      if (component?.preload !== undefined) throw FlowServiceError.fromNetwork('getConnection', null, null);
    },
    onCreated: async (created) => {
      const { access, receipt, task } = created;
      if (task !== null) {
        // The page that was prepared needs it, too, so it is loaded already.
        const { connectionQuery } = await import('../../api/queries.ts');
        // The request already provides the data, so the page does not wait. The data is marked as stale, so the
        // service is asked at once.
        queryClient.setQueryData(
          connectionQuery(access, receipt.id).queryKey,
          { ...redactRequest(task.source, task.request), ...receipt, sandboxName: access.sandbox },
          { updatedAt: 0 },
        );
      }
      const isFilled = isFromForm(wizards.current(), created);
      const isAwaited = router.state.location.pathname === paths.review && isFilled;
      // The form is cleared afterwards, because a reload in between must not find it without its attempt.
      if (isAwaited) await openCreated(router, created);
      // A connection that is found while the user is on another page does not change the form, because the user may
      // be typing.
      const wizard = wizards.find(({ connectionSpec }) => connectionSpec.id === created.attempt.specId);
      if (wizard !== undefined && (isAwaited || task !== null) && isFromForm(wizard, created))
        wizard.finish();
      return isAwaited;
    },
  };
}

/** Opens the page of the created connection. */
export async function openCreated(
  router: RegisteredRouter,
  { receipt, wasLost }: Pick<Created, 'receipt' | 'wasLost'>,
): Promise<void> {
  await router.navigate({
    to: paths.connection,
    params: { id: receipt.id },
    state: { isNew: true, wasLost },
  });
}

/** Whether the form still contains the created connection. The user may have changed it meanwhile. */
export function isFromForm(
  { source, answers }: Wizard,
  { task, attempt }: { readonly task: CreateTask | null; readonly attempt: Created['attempt'] },
): boolean {
  if (source.connectionSpec.id !== attempt.specId) return false;
  if (task === null) return answers.get().name.trim() === attempt.name;
  const parsed = parseSourceAnswers(source, answers.get());
  return parsed.success && isSame(toConnectionRequest(source, parsed.data), task.request);
}
