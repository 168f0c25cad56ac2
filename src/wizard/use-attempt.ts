import type { Access } from '../platform/access.tsx';
import { useMemory } from '../ui/memory.ts';
import { type Attempt, findAttempt, toPlace } from './attempt.ts';
import { useWizard } from './wizard.tsx';

/** The attempt whose outcome is not known in this organization and sandbox; null where there is none. */
export function useAttempt(access: Access): Attempt | null {
  return findAttempt(useMemory(useWizard().attempts), toPlace(access));
}
