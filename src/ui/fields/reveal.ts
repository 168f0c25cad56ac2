import { createContext } from 'react';

/** Shows the part of the form that a field is folded into, before the field takes the focus; null when none is. */
export const Reveal = createContext<(() => void) | null>(null);
