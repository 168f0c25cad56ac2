/**
 * Reads what stands behind `=` in an environment file.
 *
 * There is no one grammar: dotenv, Docker Compose, python-dotenv and a shell that sources the file differ on `#` without
 * a blank before it, on `$`, on backslashes and on blanks. Npm's dotenv would cut a password at its first `#` and say
 * nothing. So the value is read as most of them do, and it is `uncertain` wherever two of them differ.
 */
export function readEnvValue(raw: string, isShell: boolean): { value: string; uncertain: boolean } {
  const text = raw.trim();
  const single = /^'([^']*)'(?:\s+#[^']*)?$/.exec(text)?.[1];
  // python-dotenv takes \\ and \' for escapes, though no other does.
  if (single !== undefined) return { value: single, uncertain: /\\\\|\\$/.test(single) };

  const double = /^"([^"\\]*(?:\\.[^"\\]*)*)"(?:\s+#[^"]*)?$/.exec(text)?.[1];
  if (double !== undefined) {
    return { value: double.replace(/\\(["\\$`])/g, '$1'), uncertain: /[\\$`]/.test(double) };
  }

  const value = text.startsWith('#') ? '' : (text.split(/\s#/, 1)[0] ?? '').trimEnd();
  const differs = isShell ? /[#$\\"'`\s;&|<>()]/ : /[#$\\"'`]/;
  return { value, uncertain: differs.test(text) || text !== raw };
}
