import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { CreateStates } from '../create/create-states.ts';
import { type Access, useAccess } from '../session/access.tsx';
import {
  type ParsedSourceAnswers,
  type SourceAnswers,
  parseSourceAnswers,
} from '../source-form/answers/source-answers.ts';
import { type Source, chooseAuthMethod } from '../sources/source.ts';
import { type Store, useStore } from '../ui/form/store.ts';

/** The error details for one field, which are shown next to it. */
export interface FieldProblem {
  /** `accessToken`, `params.host` and the like. */
  readonly field: string;
  readonly message: string;
}

/** The state that the steps share. It exists in memory, outside the pages. */
export interface Wizard {
  readonly source: Source;
  /** The values of step two, valid or not. */
  readonly answers: Store<SourceAnswers>;
  /** The running create, and the unfinished creates of each organization and sandbox. */
  readonly creates: Store<CreateStates>;
  readonly fieldProblem: Store<FieldProblem | null>;
  /** Whether the draft of an earlier page in this tab was restored or dropped. */
  readonly draftState: Store<'none' | 'restored' | 'dropped'>;
  /** Whether this page was loaded because the secrets were cleared. */
  readonly wasCleared: Store<boolean>;
  /** Saves the draft across reloads. It is null when the browser stores nothing. */
  readonly storage: Storage | null;
  /** Called after success. Clears the source's answers and the draft, and keeps the credentials. */
  readonly finish: () => void;
  /** Clears all answers, including secrets. Unfinished creates are still remembered. */
  readonly startAgain: () => void;
}

const WizardContext = createContext<Wizard | null>(null);

interface WizardProviderProps {
  readonly wizard: Wizard;
  readonly children: ReactNode;
}

export function WizardProvider({ wizard, children }: WizardProviderProps) {
  return <WizardContext value={wizard}>{children}</WizardContext>;
}

export function useWizard(): Wizard {
  const wizard = use(WizardContext);
  if (wizard === null) throw new Error('useWizard is used outside a WizardProvider.');
  return wizard;
}

/** The wizard's source with the auth method that the answers chose. */
export function useChosenSource(): Source {
  const { source, answers } = useWizard();
  return chooseAuthMethod(source, useStore(answers).authMethod);
}

/** The first step that is not yet answered, and the values of the steps before it. */
export type Progress =
  | { readonly open: 'platform'; readonly access: null; readonly answers: null }
  | { readonly open: 'source'; readonly access: Access; readonly answers: null }
  | { readonly open: 'review'; readonly access: Access; readonly answers: ParsedSourceAnswers };

export function useProgress(): Progress {
  const { source, answers } = useWizard();
  const held = useStore(answers);
  const access = useAccess();
  if (access === null) return { open: 'platform', access, answers: null };
  const parsed = parseSourceAnswers(source, held);
  return parsed.success
    ? { open: 'review', access, answers: parsed.data }
    : { open: 'source', access, answers: null };
}
