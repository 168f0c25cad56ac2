/** What a file of environment variables says, or what is wrong in it: a sentence for each mistake. */
export type EnvironmentFile =
  | { readonly variables: Readonly<Record<string, string>> }
  | { readonly mistakes: readonly string[] };

/**
 * Reads lines such as `NAME=value`, `export NAME='value'` and `# comment`. Whatever could be meant in two ways is a
 * mistake: Node's own reader cuts an unquoted value at a `#`, leaves out lines that it does not understand, and takes
 * the last of several lines for one name, all without a word. `fileName` and `secretNames` are for the sentences, in
 * which no value is repeated.
 */
export function parseEnvironmentFile(
  text: string,
  fileName: string,
  secretNames: readonly string[],
): EnvironmentFile {
  const variables = new Map<string, string>();
  const mistakes: string[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const place = `line ${index + 1} of ${fileName}`;
    const [, name, written] = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=(.*)$/.exec(line) ?? [];
    if (name === undefined || written === undefined) {
      mistakes.push(
        `Line ${index + 1} of ${fileName} is not valid. Write NAME=value, or start the line with #.`,
      );
      continue;
    }
    const value = readValue(written, secretNames.includes(name));
    if (variables.has(name)) {
      mistakes.push(`${name} is set again in ${place}. Remove one of the lines.`);
    } else if ('mistake' in value) {
      mistakes.push(`${name} in ${place} ${value.mistake}`);
    } else {
      variables.set(name, value.value);
    }
  }
  return mistakes.length > 0 ? { mistakes } : { variables: Object.fromEntries(variables) };
}

/** The value behind an equals sign. The mistake goes on after the name of the variable. */
function readValue(written: string, isSecret: boolean): { value: string } | { mistake: string } {
  const [, quote, quoted = '', rest = ''] = /^\s*(["'`])(.*?)\1(.*)$/.exec(written) ?? [];
  if (quote !== undefined) {
    if (!/^\s*(#.*)?$/.test(rest)) {
      return {
        mistake: 'has text after its closing quote. Put the whole value in a different kind of quotes.',
      };
    }
    if (quote === '"' && quoted.includes('\\')) {
      return {
        mistake:
          "has a backslash in double quotes, which is ambiguous. Put the value in single quotes, '...'.",
      };
    }
    return { value: quoted };
  }
  if (/^\s*["'`]/.test(written))
    return { mistake: 'has no closing quote. Close the quote on the same line.' };
  // After a blank it begins a comment; but nobody can tell for a secret, in which it may be anywhere.
  const ambiguous = isSecret ? /#/ : /(^|\S)#/;
  if (ambiguous.test(written)) {
    return { mistake: "has a # that could start a comment. Put the value in single quotes, '...'." };
  }
  return { value: written.replace(/\s#.*$/, '').trim() };
}
