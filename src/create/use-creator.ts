import { useEffect } from 'react';
import type { Access } from '../session/access.tsx';
import { toScope } from './attempt.ts';
import { useCreateContext, useCreateStates } from './create-context.tsx';
import type { CreateState } from './create-state.ts';
import { stateIn } from './create-states.ts';
import { type Creator, createCreator } from './creator.ts';

export function useCreator(): Creator {
  return useCreateContext().toCreator(createCreator);
}

/**
 * Returns the create state of the organization and sandbox in `access`. A page that shows it resumes the search for
 * an unfinished create.
 */
export function useCreate(access: Access): { readonly creator: Creator; readonly state: CreateState } {
  const creator = useCreator();
  const states = useCreateStates();
  useEffect(() => creator.resume(access), [access, creator]);
  return { creator, state: stateIn(states, toScope(access)) };
}
