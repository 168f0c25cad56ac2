/**
 * Splits a command into words as Windows' command prompt and then curl.exe do: the prompt removes its carets, then
 * the program splits by quotes and backslashes. Null when the command ends within a quotation.
 */
export function cmdWords(text: string): readonly string[] | null {
  const line = removeCarets(text);
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  // Before a quote, each pair of backslashes is one backslash. A remaining one escapes the quote.
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

/**
 * Whether a command is written for Windows' command prompt: it continues after a caret, or escapes its quotes with
 * one.
 */
export function isForCmd(text: string): boolean {
  return /^curl(?:\.exe)?\s+\^/i.test(text) || text.split('\n', 1)[0]?.trimEnd().endsWith('^') === true;
}

/** Outside quotes a caret escapes the next character, and joins a line to the next. */
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
