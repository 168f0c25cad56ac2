import { createContext, use, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { CreateStates } from '../create/create-states.ts';
import { type Access, useAccess } from '../session/access.tsx';
import {
  type ParsedSourceAnswers,
  type SourceAnswers,
  parseSourceAnswers,
} from '../source-form/answers/source-answers.ts';
import type { Definition } from '../sources/live/definition.ts';
import { type Source, chooseAuthMethod } from '../sources/source.ts';
import type { FillRemarks } from './import/fill-remarks.ts';
import { type Store, useStore } from '../ui/form/store.ts';

/** The error details for one field, which are shown next to it. */
export interface FieldProblem {
  /** `accessToken`, `params.host` and the like. */
  readonly field: string;
  readonly message: string;
}

/** Whether the draft of an earlier page in this tab was restored or dropped. */
export type DraftState = 'none' | 'restored' | 'dropped';

/** The state that the steps share, for one source. It exists in memory, outside the pages. */
export interface Wizard {
  readonly source: Source;
  /** How the source became what it is. */
  readonly definition: Definition;
  /** The values of step two, valid or not. */
  readonly answers: Store<SourceAnswers>;
  /** Whether the answers differ from those of a new form. */
  readonly isTouched: () => boolean;
  /** The running create, and the unfinished creates of each organization and sandbox. */
  readonly creates: Store<CreateStates>;
  readonly fieldProblem: Store<FieldProblem | null>;
  readonly draftState: Store<DraftState>;
  /** What the text or the connection that chose a source did not fill in. */
  readonly fillRemarks: Store<FillRemarks | null>;
  /** Whether this page was loaded because the secrets were cleared. */
  readonly wasCleared: Store<boolean>;
  /** Saves the draft across reloads. It is null when the browser stores nothing. */
  readonly storage: Storage | null;
  /** Called after success. Clears the source's answers and the draft, and keeps the credentials. */
  readonly finish: () => void;
  /** Clears the answers about every source, including secrets. Unfinished creates are still remembered. */
  readonly startAgain: () => void;
}

/** Keeps the answers about a source when its definition changes. The first step does not load it. */
export type RedefineAnswers = (before: Source, after: Source, answers: SourceAnswers) => SourceAnswers;

/** The wizards of all sources that were chosen. Each keeps its own answers. */
export interface Wizards {
  /** The wizard of the chosen source. The same object until another source or another definition is chosen. */
  readonly current: () => Wizard;
  readonly subscribe: (onChange: () => void) => () => void;
  /** The wizard of a source that was chosen before, by a property of the source; undefined when there is none. */
  readonly find: (isMeant: (source: Source) => boolean) => Wizard | undefined;
  /** Chooses a source. A source that was chosen before keeps its answers, also when its definition changes. */
  readonly choose: (definition: Definition, redefine: RedefineAnswers) => void;
}

const WizardContext = createContext<Wizards | null>(null);

interface WizardProviderProps {
  readonly wizards: Wizards;
  readonly children: ReactNode;
}

export function WizardProvider({ wizards, children }: WizardProviderProps) {
  return <WizardContext value={wizards}>{children}</WizardContext>;
}

export function useWizards(): Wizards {
  const wizards = use(WizardContext);
  if (wizards === null) throw new Error('useWizards is used outside a WizardProvider.');
  return wizards;
}

/** The wizard of the chosen source. */
export function useWizard(): Wizard {
  const { subscribe, current } = useWizards();
  return useSyncExternalStore(subscribe, current, current);
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
