import type { SourceAnswers } from '../source-form/answers/source-answers.ts';
import type { Definition } from '../sources/live/definition.ts';

/** Chooses a source in the wizard and replaces the answers about it. `left` says which values the answers lack. */
export type CarryOver = (definition: Definition, answers: SourceAnswers, left: readonly string[]) => void;
