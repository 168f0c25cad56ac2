import { type Language, codeTokens } from './code-tokens.ts';

/** No code that a person wrote is nested more deeply. */
const deepest = 1000;

/** Whether every bracket of a text has its counterpart. */
export function isBalanced(text: string, language: Language): boolean {
  const open: string[] = [];
  const counterparts: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  for (const { kind, text: sign } of codeTokens(text, language)) {
    if (kind !== 'sign') continue;
    if (/^["'`]$/.test(sign)) return false;
    if (/^[([{]$/.test(sign)) open.push(sign);
    if (open.length > deepest) return false;
    const counterpart = counterparts[sign];
    if (counterpart !== undefined && open.pop() !== counterpart) return false;
  }
  return open.length === 0;
}
