import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type Access, createPageClient } from '../platform/access.tsx';
import { connectionQuery } from '../platform/queries.ts';
import { createSourceAnswers } from '../source-form/source-answers.ts';
import { redactRequest } from '../source-form/to-connection-request.ts';
import { useWizard } from './wizard-answers.tsx';

/** Creates the connection, once however often it is asked to, and goes on to its page. */
export function useCreateConnection(access: Access) {
  const { source, memory } = useWizard();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  // Not state: a second click can come before the first one is drawn.
  const isUnderWay = useRef(false);
  const mutation = useMutation({
    mutationFn: (request: ConnectionRequest) =>
      createPageClient(access.credentials).createConnection(access.sandbox, request),
    // The variables hold the password: nothing keeps them. And nothing sends a create again by itself.
    gcTime: 0,
    retry: false,
    networkMode: 'always',
    onSuccess: async ({ id, etag }, request) => {
      const { queryKey } = connectionQuery(access, id);
      // Known already from the request, so that the page does not wait; old, so that it asks the service at once.
      queryClient.setQueryData(
        queryKey,
        { ...redactRequest(source, request), id, etag, sandboxName: access.sandbox },
        { updatedAt: 0 },
      );
      await navigate({ to: '/connections/$id', params: { id }, state: { isNew: true } });
      memory.set(createSourceAnswers(source));
      queryClient.getMutationCache().clear();
    },
    onError: () => {
      isUnderWay.current = false;
    },
  });
  return {
    create: (request: ConnectionRequest) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      mutation.mutate(request);
    },
    isCreating: mutation.isPending || mutation.isSuccess,
    error: mutation.error instanceof FlowServiceError ? mutation.error : null,
  };
}
