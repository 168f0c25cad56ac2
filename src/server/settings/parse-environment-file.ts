/** The variables in an environment file, or its mistakes, one sentence each. */
export type EnvironmentFile =
  | { readonly variables: Readonly<Record<string, string>> }
  | { readonly mistakes: readonly string[] };

/**
 * Parses lines such as `NAME=value`, `export NAME='value'` and `# comment`. Ambiguous lines are mistakes. Node's own
 * parser cuts an unquoted value at a `#`, skips lines that it does not understand, and takes the last of several
 * lines with one name, all without a warning. `fileName` and `secretNames` are used in the sentences, which never
 * contain a value.
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

/** Parses the value after an equals sign. The text of a mistake follows the name of the variable. */
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
  // After a blank, a `#` begins a comment. In a secret, a `#` may be part of the value anywhere.
  const ambiguous = isSecret ? /#/ : /(^|\S)#/;
  if (ambiguous.test(written)) {
    return { mistake: "has a # that could start a comment. Put the value in single quotes, '...'." };
  }
  return { value: written.replace(/\s#.*$/, '').trim() };
}
