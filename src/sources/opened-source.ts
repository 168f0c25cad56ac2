import { phoenix } from './phoenix/phoenix.ts';

/** The source whose databases the local Flow Service opens. */
export const openedSource = phoenix;
