/** The words of each command in a text for Windows. */
export interface WindowsScript {
  readonly commands: readonly (readonly string[])[];
  /** The text ends within a quotation. The commands before it were read. */
  readonly isCut: boolean;
}

/**
 * Splits commands into words as Windows' command prompt and then curl.exe do: the prompt removes its carets and finds
 * the ends of commands, then the program splits by quotes and backslashes.
 */
export function cmdCommands(text: string): WindowsScript {
  const { line, ends } = removeCarets(text);
  const commands: string[][] = [[]];
  let word: string | null = null;
  let isQuoted = false;
  const endWord = () => {
    if (word !== null) commands.at(-1)?.push(word);
    word = null;
  };
  // Before a quote, each pair of backslashes is one backslash. A remaining one escapes the quote.
  for (const { 0: piece, 1: slashes = '', 2: quote, index } of line.matchAll(/(\\*)(")|\\+|[^\\"]/g)) {
    if (quote !== undefined) {
      word = (word ?? '') + '\\'.repeat(Math.floor(slashes.length / 2));
      if (slashes.length % 2 === 1) word += '"';
      else isQuoted = !isQuoted;
    } else if (!isQuoted && ends.has(index)) {
      endWord();
      commands.push([]);
    } else if (!isQuoted && /\s/.test(piece)) {
      endWord();
    } else {
      word = (word ?? '') + piece;
    }
  }
  if (isQuoted) commands.pop();
  else endWord();
  return { commands: commands.filter((words) => words.length > 0), isCut: isQuoted };
}

/**
 * Whether commands are written for Windows' command prompt: they continue after a caret, or escape their quotes with
 * one.
 */
export function isForCmd(text: string): boolean {
  return /^(?:curl|wget)(?:\.exe)?\s+\^/im.test(text) || /\s\^[ \t]*$/m.test(text);
}

/**
 * Outside quotes a caret escapes the next character, and joins a line to the next. `ends` are the positions where the
 * prompt ends a command. A page may have lost a caret, so an option on the next line belongs to the command.
 */
function removeCarets(text: string) {
  let line = '';
  let isQuoted = false;
  const ends = new Set<number>();
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '^' && !isQuoted) {
      // A blank behind the caret at the end of a line was added by a page.
      const blank = /[ \t]+\n/y;
      blank.lastIndex = index + 1;
      if (blank.test(text)) index = blank.lastIndex;
      else index += text.charAt(index + 1) === '\n' ? 2 : 1;
      line += text.charAt(index);
    } else {
      if (character === '"') isQuoted = !isQuoted;
      else if (!isQuoted && isEnd(text, index)) ends.add(line.length);
      line += character;
    }
  }
  return { line, ends };
}

function isEnd(text: string, index: number): boolean {
  const character = text.charAt(index);
  if (character === '\n') return !isOptionNext(text, index + 1);
  return character === '|' || (character === '&' && text.charAt(index - 1) !== '>');
}

function isOptionNext(text: string, position: number): boolean {
  const option = /\s*--?[A-Za-z]/y;
  option.lastIndex = position;
  return option.test(text);
}
