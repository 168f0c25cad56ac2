import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { type Creation, useCreating } from './use-creating.ts';

const CreationContext = createContext<Creation | null>(null);

/** Stands above every page, so that leaving one neither ends a create nor allows a second one beside it. */
export function CreationProvider({ children }: { readonly children: ReactNode }) {
  const creation = useCreating();
  return <CreationContext value={creation}>{children}</CreationContext>;
}

/** The creating of a connection. It goes on, and is told of, whichever page one is on. */
export function useCreation(): Creation {
  const creation = use(CreationContext);
  if (creation === null) throw new Error('useCreation stands outside a CreationProvider.');
  return creation;
}
