/**
 * The words of a command as Windows' command prompt and then curl.exe read it: first the prompt takes its carets away,
 * then the program splits by quotes and backslashes. Null when it ends within a quotation.
 */
export function cmdWords(text: string): readonly string[] | null {
  const line = removeCarets(text);
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  // Backslashes before a quote: each two are one, and one left over makes the quote a character.
  for (const [piece, slashes = '', quote] of line.matchAll(/(\\*)(")|\\+|[^\\"]/g)) {
    if (quote !== undefined) {
      word = (word ?? '') + '\\'.repeat(Math.floor(slashes.length / 2));
      if (slashes.length % 2 === 1) word += '"';
      else isQuoted = !isQuoted;
    } else if (!isQuoted && /\s/.test(piece)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? '') + piece;
    }
  }
  if (isQuoted) return null;
  return word === null ? words : [...words, word];
}

/** How a command for Windows' command prompt looks: it goes on after a caret, or escapes its quotes with one. */
export function isForCmd(text: string): boolean {
  return /^curl(?:\.exe)?\s+\^/i.test(text) || text.split('\n', 1)[0]?.trimEnd().endsWith('^') === true;
}

/** Outside quotes a caret makes the next character an ordinary one, and joins a line to the next. */
function removeCarets(text: string): string {
  let line = '';
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '^' && !isQuoted) {
      index += text.charAt(index + 1) === '\n' ? 2 : 1;
      line += text.charAt(index);
    } else {
      if (character === '"') isQuoted = !isQuoted;
      line += character;
    }
  }
  return line;
}
