import type { ParamAnswers } from './source.ts';

/** A correction that one click applies. */
export interface Fix {
  readonly label: string;
  readonly params: ParamAnswers;
}

/** A hint about one param. */
export interface Advice {
  readonly param: string;
  readonly message: string;
  readonly fix: Fix | null;
}
