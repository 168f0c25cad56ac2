import type { TestOutcome } from '../../api/connection-test.ts';
import { explainError } from '../../errors/explain-error.ts';
import { findSource } from '../../sources/find-source.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { displayName } from '../../ui/display-text.ts';
import { testOutcomes } from '../page/test-outcomes.ts';
import type { NameSource } from '../use-source-names.ts';
import type { LastResult } from './health-memory.ts';
import type { HealthResult, HealthState } from './health-runner.ts';

/** A row of the table of tests. */
export interface HealthRow {
  /** null when the connection no longer exists. */
  readonly id: string | null;
  readonly key: string;
  readonly name: string;
  readonly source: string;
  readonly outcome: TestOutcome | 'notRun' | 'running' | 'gone';
  /** Why it did not pass; empty when it passed or was not tested. */
  readonly reason: string;
  /** What changed since the last time; empty when nothing did. */
  readonly change: string;
}

/** The rows in the order of the connections. Those that no longer exist come last. */
export function toHealthRows(
  connections: readonly Connection[],
  { results, running, gone }: HealthState,
  nameSource: NameSource,
): readonly HealthRow[] {
  const rows = connections.map((connection): HealthRow => {
    const { id, name } = connection;
    const result = results.get(id);
    return {
      id,
      key: id,
      name: displayName(name),
      source: nameSource(connection),
      outcome: running.has(id) ? 'running' : (result?.test.outcome ?? 'notRun'),
      reason: result === undefined ? '' : explainResult(connection, result),
      change: result === undefined ? '' : describeChange(result),
    };
  });
  const others = gone.map(({ name, outcome }, place): HealthRow => ({
    id: null,
    key: `gone ${place}`,
    name: displayName(name),
    source: '',
    outcome: 'gone',
    reason: '',
    change: `Deleted (${describeBefore(outcome)} before)`,
  }));
  return [...rows, ...others];
}

function explainResult(connection: Connection, { test: { outcome, error } }: HealthResult): string {
  if (outcome === 'passed') return '';
  return error === null
    ? testOutcomes[outcome].sentence
    : explainError(error, findSource(connection)).sentence;
}

function describeChange({ test: { outcome }, before }: HealthResult): string {
  if (before === null || before === outcome) return '';
  return before === 'new' ? 'New' : `${capitalize(describeBefore(before))} before`;
}

function describeBefore(outcome: LastResult['outcome']): string {
  return outcome === 'notTested' ? 'not tested' : testOutcomes[outcome].word.toLowerCase();
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The words for each state of a row. */
export const healthWords: Readonly<
  Record<
    HealthRow['outcome'],
    {
      readonly word: string;
      readonly variant: 'positive' | 'negative' | 'neutral' | 'notice' | 'informative';
    }
  >
> = {
  ...testOutcomes,
  notRun: { word: 'Not tested', variant: 'neutral' },
  running: { word: 'Running', variant: 'informative' },
  gone: { word: 'Deleted', variant: 'neutral' },
};

const headings = ['Name', 'Source', 'Result', 'Reason', 'Changed since last time', 'Connection ID'];

/** The table as tab-separated text, for a spreadsheet. */
export function toTableText(rows: readonly HealthRow[]): string {
  const lines = rows.map(({ id, name, source, outcome, reason, change }) =>
    [name, source, healthWords[outcome].word, reason, change, id ?? ''].map(toCell),
  );
  return [headings, ...lines].map((cells) => cells.join('\t')).join('\n');
}

/**
 * One line without tabs. A spreadsheet would run a text that starts with one of these signs as a formula, and read one
 * that starts with a quote up to the next quote, over cells and lines.
 */
function toCell(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  if (line.startsWith('"')) return `"${line.replaceAll('"', '""')}"`;
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

/** `3 passed, 1 failed, 2 unknown.` */
export function describeResults(rows: readonly HealthRow[]): string {
  const count = (...outcomes: HealthRow['outcome'][]) =>
    rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const parts = [
    [count('passed'), 'passed'],
    [count('failed'), 'failed'],
    [count('untestable'), 'not testable'],
    [count('unknown'), 'unknown'],
    [count('notRun', 'running'), 'not tested'],
  ] as const;
  const told = parts.filter(([number]) => number > 0);
  return told.length === 0 ? '' : `${told.map(([number, words]) => `${number} ${words}`).join(', ')}.`;
}
