import { type Language, codeTokens } from './code-tokens.ts';

/** Whether every bracket of a text has its counterpart. */
export function isBalanced(text: string, language: Language): boolean {
  const open: string[] = [];
  const counterparts: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  for (const { kind, text: sign } of codeTokens(text, language)) {
    if (kind !== 'sign') continue;
    if (/^["'`]$/.test(sign)) return false;
    if (/^[([{]$/.test(sign)) open.push(sign);
    const counterpart = counterparts[sign];
    if (counterpart !== undefined && open.pop() !== counterpart) return false;
  }
  return open.length === 0;
}
