import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRouter, type RegisteredRouter } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { CreateProvider, useCreateStage } from '../../create/create-context.tsx';
import { isSame } from '../../ui/form/store.ts';
import { useUnloadWarning } from '../../ui/use-unload-warning.ts';
import type { CreateTask } from '../../create/create-state.ts';
import type { Created, CreateListeners } from '../../create/creator.ts';
import { connectionQuery } from '../../api/queries.ts';
import { redactRequest } from '../../source-form/answers/secrets.ts';
import { sourceAnswersSchema } from '../../source-form/answers/source-answers.ts';
import { toConnectionRequest } from '../../source-form/answers/to-connection-request.ts';
import { type Wizard, useWizard } from '../wizard.tsx';
import { paths } from '../../session/paths.ts';

/** Stands above every page: a connection that is created opens its page, or is told of where the user is. */
export function CreationProvider({ children }: { readonly children: ReactNode }) {
  const wizard = useWizard();
  const router = useRouter();
  const queryClient = useQueryClient();
  const listeners = useMemo(() => toListeners(wizard, router, queryClient), [wizard, router, queryClient]);
  return (
    <CreateProvider states={wizard.creates} listeners={listeners}>
      <UnloadGuard />
      {children}
    </CreateProvider>
  );
}

/** What was sent goes on without the page, which then cannot tell the user what happened. */
function UnloadGuard() {
  useUnloadWarning(useCreateStage() === 'creating');
  return null;
}

function toListeners(wizard: Wizard, router: RegisteredRouter, queryClient: QueryClient): CreateListeners {
  return {
    preparePage: async () => {
      const { component } = router.routesById[paths.connection].options;
      await component?.preload?.();
      // A page whose code has been loaded has nothing left to load.
      if (component?.preload !== undefined) throw FlowServiceError.fromNetwork('getConnection', null, null);
    },
    onCreated: async (created) => {
      const { access, receipt, task } = created;
      if (task !== null) {
        // Known already from the request, so that the page does not wait; old, so that it asks the service at once.
        queryClient.setQueryData(
          connectionQuery(access, receipt.id).queryKey,
          { ...redactRequest(task.source, task.request), ...receipt, sandboxName: access.sandbox },
          { updatedAt: 0 },
        );
      }
      const isAwaited = router.state.location.pathname === paths.review && isFromForm(wizard, created);
      // The form is emptied only afterwards: a reload on the way must not find it without its attempt.
      if (isAwaited) await openCreated(router, created);
      // What was found while the user is elsewhere leaves the form alone: somebody may be typing in it.
      if ((isAwaited || task !== null) && isFromForm(wizard, created)) wizard.finish();
      return isAwaited;
    },
  };
}

/** Goes to the page of what was created. */
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

/** Whether the form still holds what was created: it may have become another connection meanwhile. */
export function isFromForm(
  { source, answers }: Wizard,
  { task, attempt }: { readonly task: CreateTask | null; readonly attempt: Created['attempt'] },
): boolean {
  if (task === null) return answers.get().name.trim() === attempt.name;
  const parsed = sourceAnswersSchema(source).safeParse(answers.get());
  return parsed.success && isSame(toConnectionRequest(source, parsed.data), task.request);
}
