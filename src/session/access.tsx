import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Credentials } from '../flow-service/credentials.ts';
import type { Environment } from '../flow-service/schemas/environment.ts';
import { type HoldsSecret, type Store, useStore } from '../ui/form/store.ts';
import { type PlatformAnswers, ownCredentialsSchema, sandboxOnlySchema } from './platform-answers.ts';
import { useEnvironment } from './environment-query.ts';

/** The caller and the sandbox. The values are complete and well-formed, but Adobe may still refuse them. */
export interface Access extends HoldsSecret {
  /** null when the server has the credentials. */
  readonly credentials: Credentials | null;
  readonly sandbox: string;
}

const PlatformAnswersContext = createContext<Store<PlatformAnswers> | null>(null);

interface PlatformAnswersProviderProps {
  readonly store: Store<PlatformAnswers>;
  readonly children: ReactNode;
}

export function PlatformAnswersProvider({ store, children }: PlatformAnswersProviderProps) {
  return <PlatformAnswersContext value={store}>{children}</PlatformAnswersContext>;
}

/** The store for the answers of step one. It outlives the pages and exists in memory only. */
export function usePlatformAnswers(): Store<PlatformAnswers> {
  const store = use(PlatformAnswersContext);
  if (store === null) throw new Error('usePlatformAnswers is used outside a PlatformAnswersProvider.');
  return store;
}

/** Converts the answers of step one to an access, or returns null while they are incomplete. */
export function readAccess(answers: PlatformAnswers, environment: Environment): Access | null {
  if (environment.credentials !== null) {
    const parsed = sandboxOnlySchema.safeParse(answers);
    return parsed.success ? { credentials: null, sandbox: parsed.data.sandbox } : null;
  }
  const parsed = ownCredentialsSchema.safeParse(answers);
  if (!parsed.success) return null;
  const { sandbox, ...credentials } = parsed.data;
  return { credentials, sandbox };
}

export function useAccess(): Access | null {
  const answers = useStore(usePlatformAnswers());
  const environment = useEnvironment();
  return useMemo(() => readAccess(answers, environment), [answers, environment]);
}
