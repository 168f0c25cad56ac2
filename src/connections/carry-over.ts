import type { SourceAnswers } from '../source-form/answers/source-answers.ts';
import type { Definition } from '../sources/live/definition.ts';

/** Chooses a source in the wizard and replaces the answers about it. */
export type CarryOver = (definition: Definition, answers: SourceAnswers) => void;
