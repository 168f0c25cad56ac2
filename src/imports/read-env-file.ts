import { readEnvValue } from './read-env-value.ts';
import { readSettings } from './read-settings.ts';
import type { Setting } from './read-settings.ts';
import type { Reading } from './reading.ts';

/** `KEY=value`, with `export` or PowerShell's `$env:` before it. Blanks on both sides of `=` are no part of the value. */
const assignment = /^[ \t]*(export[ \t]+|\$env:)?([A-Za-z_][\w.-]*)(?:[ \t]+=[ \t]*|=)(.*)$/;

/** Reads an environment file (`.env`), or the lines that set variables in a shell. Null when no name in it is known. */
export function readEnvFile(text: string): Reading | null {
  const lines = text.split('\n');
  const settings: Setting[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, prefix, key, raw = ''] = assignment.exec(lines[index] ?? '') ?? [];
    if (key !== undefined) {
      settings.push({ key, ...readEnvValue(raw, prefix !== undefined) });
      index = lastLineOf(raw, index, lines);
    }
  }
  const findings = readSettings(settings);
  return findings.findings.length === 0 ? null : { kind: 'env-file', ...findings };
}

/** Where a value in quotes ends: a private key takes many lines, and none of them is a setting. */
function lastLineOf(raw: string, index: number, lines: readonly string[]): number {
  const text = raw.trim();
  const quote = text.charAt(0);
  if (!/["']/.test(quote) || text.includes(quote, 1)) return index;
  for (let end = index + 1; end < lines.length; end += 1) {
    if (lines[end]?.includes(quote) === true) return end;
  }
  return index;
}
