/** The program that reads a value; a `list` has several settings on one line. */
export type EnvReader = 'file' | 'list' | 'shell' | 'prompt';

/** The characters with a special meaning to the reader in an unquoted value. */
const doubtful: Readonly<Record<EnvReader, RegExp>> = {
  file: /[#$\\"'`]/,
  list: /[#$\\"'`\s;,|&<>()]/,
  shell: /[#$\\"'`\s;&|<>()]/,
  prompt: /[#$\\"'`\s;,&|<>()^%!]/,
};

/**
 * Reads the text after `=` in an environment file.
 *
 * There is no standard grammar. dotenv, Docker Compose, python-dotenv and a shell that sources the file differ on `#`
 * without a preceding space, on `$`, on backslashes and on spaces. Npm's dotenv would cut a password at its first `#`
 * without a warning. So the value is read as most of them do, and it is `uncertain` if two of them differ.
 */
export function readEnvValue(
  raw: string,
  reader: EnvReader,
): { value: string; uncertain: boolean; isQuoted: boolean } {
  const text = raw.trim();
  // For Windows' command prompt, quotes are part of the value.
  const isPrompt = reader === 'prompt';
  const single = /^'([^']*)'(?:\s+#[^']*)?$/.exec(text)?.[1];
  // Only python-dotenv treats \\ and \' as escapes.
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
