import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { CreateStates } from '../create/create-states.ts';
import { type Access, useAccess } from '../session/access.tsx';
import {
  type ParsedSourceAnswers,
  type SourceAnswers,
  sourceAnswersSchema,
} from '../source-form/answers/source-answers.ts';
import type { Source } from '../sources/source.ts';
import { type Store, useStore } from '../ui/form/store.ts';

/** Error details about one field, to be shown beside it. */
export interface FieldProblem {
  /** `accessToken`, `params.host` and the like. */
  readonly field: string;
  readonly message: string;
}

/** What the steps share. All of it lives above every page, in memory. */
export interface Wizard {
  readonly source: Source;
  /** What step two holds, valid or not. */
  readonly answers: Store<SourceAnswers>;
  /** What is created, and creates whose outcome is not known: one for each organization and sandbox. */
  readonly creates: Store<CreateStates>;
  readonly fieldProblem: Store<FieldProblem | null>;
  /** What became of what an earlier page of this tab had stored. */
  readonly draftState: Store<'none' | 'restored' | 'dropped'>;
  /** Whether the secrets were cleared, which loaded this page. */
  readonly wasCleared: Store<boolean>;
  /** Keeps the draft when the page is loaded again; null where the browser keeps nothing. */
  readonly storage: Storage | null;
  /** After success: the source's answers and the draft are gone, the credentials stay. */
  readonly finish: () => void;
  /** Forgets all answers, secrets included. A create whose outcome is not known is remembered all the same. */
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

/** How far the answers reach: the first step that is not yet answered, and what the answered ones amount to. */
export type Progress =
  | { readonly open: 'platform'; readonly access: null; readonly answers: null }
  | { readonly open: 'source'; readonly access: Access; readonly answers: null }
  | { readonly open: 'review'; readonly access: Access; readonly answers: ParsedSourceAnswers };

export function useProgress(): Progress {
  const { source, answers } = useWizard();
  const held = useStore(answers);
  const access = useAccess();
  if (access === null) return { open: 'platform', access, answers: null };
  const parsed = sourceAnswersSchema(source).safeParse(held);
  return parsed.success
    ? { open: 'review', access, answers: parsed.data }
    : { open: 'source', access, answers: null };
}
