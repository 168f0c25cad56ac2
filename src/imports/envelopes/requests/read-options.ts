/** An option of a command and its value; null when the value is missing. */
export interface CommandOption {
  /** Without dashes. */
  readonly name: string;
  readonly value: string;
}

/** What the options of a command mean, and its other words. */
export interface CommandLine {
  readonly options: readonly CommandOption[];
  readonly operands: readonly string[];
}

/** Which options of a program take a value. Any other option stands alone. */
export interface OptionGrammar {
  readonly long: RegExp;
  /** The letters of short options. */
  readonly short: string;
}

/** Splits words by the rules of GNU programs: `--name value`, `--name=value`, `-n value`, `-nvalue`, `-abn value`. */
export function readOptions(words: readonly string[], grammar: OptionGrammar): CommandLine {
  const options: CommandOption[] = [];
  const operands: string[] = [];
  const short = new RegExp(`^-([a-zA-Z0-9#:]*?)([${grammar.short}])([\\s\\S]*)$`);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [, name, attached] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const [, , letter, joined = ''] = /^-[^-]/.test(word) ? (short.exec(word) ?? []) : [];
    if (name !== undefined) {
      const takesNext = attached === undefined && grammar.long.test(name);
      if (takesNext) index += 1;
      options.push({ name, value: attached ?? (takesNext ? (words[index] ?? '') : '') });
    } else if (letter !== undefined) {
      if (joined === '') index += 1;
      options.push({ name: letter, value: joined === '' ? (words[index] ?? '') : joined });
    } else if (/^-[^-]/.test(word)) options.push({ name: word.slice(1), value: '' });
    else operands.push(word);
  }
  return { options, operands };
}
