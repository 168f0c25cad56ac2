/** Who reads a value; a `list` has several settings on one line. */
export type EnvReader = 'file' | 'list' | 'shell' | 'prompt';

/** What one of them takes for something else than itself, in a value without quotes. */
const doubtful: Readonly<Record<EnvReader, RegExp>> = {
  file: /[#$\\"'`]/,
  list: /[#$\\"'`\s;,|&<>()]/,
  shell: /[#$\\"'`\s;&|<>()]/,
  prompt: /[#$\\"'`\s;,&|<>()^%!]/,
};

/**
 * Reads what stands behind `=` in an environment file.
 *
 * There is no one grammar: dotenv, Docker Compose, python-dotenv and a shell that sources the file differ on `#` without
 * a blank before it, on `$`, on backslashes and on blanks. Npm's dotenv would cut a password at its first `#` and say
 * nothing. So the value is read as most of them do, and it is `uncertain` wherever two of them differ.
 */
export function readEnvValue(
  raw: string,
  reader: EnvReader,
): { value: string; uncertain: boolean; isQuoted: boolean } {
  const text = raw.trim();
  // Windows' command prompt takes the quotes for a part of the value.
  const isPrompt = reader === 'prompt';
  const single = /^'([^']*)'(?:\s+#[^']*)?$/.exec(text)?.[1];
  // python-dotenv takes \\ and \' for escapes, though no other does.
  if (single !== undefined) {
    return { value: single, uncertain: isPrompt || /\\\\|\\$/.test(single), isQuoted: true };
  }

  const double = /^"([^"\\]*(?:\\.[^"\\]*)*)"(?:\s+#[^"]*)?$/.exec(text)?.[1];
  if (double !== undefined) {
    const value = double.replace(/\\(["\\$`])/g, '$1');
    return { value, uncertain: isPrompt || /[\\$`]/.test(double), isQuoted: true };
  }

  const value = text.startsWith('#') ? '' : (text.split(/\s#/, 1)[0] ?? '').trimEnd();
  return { value, uncertain: doubtful[reader].test(text) || text !== raw, isQuoted: false };
}
