import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type * as z from 'zod/mini';
import { ensureChromium } from './chromium/ensure-chromium.ts';
import { ensureCurl } from './ensure-curl.ts';
import { browserReport, describeSlowest, timeStories, timeUnitTests, unitReport } from './slowest-tests.ts';

/** `npm test`: every check, one after the other, and one closing line with the totals of all runners. */

const reports = { unit: 'test-results/unit.json', browser: 'test-results/browser.json' };

const checks = [
  ['formatting', 'npm', ['run', '--silent', 'check:format']],
  ['lint', 'npm', ['run', '--silent', 'check:lint']],
  ['types', 'npm', ['run', '--silent', 'check:types']],
  ['nothing unused', 'npm', ['run', '--silent', 'check:unused']],
  [
    'unit tests',
    'npm',
    [
      'run',
      '--silent',
      'test:unit',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports.unit}`,
    ],
  ],
  ['build', 'npm', ['run', '--silent', 'build', '--', '--logLevel=warn']],
  ['end-to-end tests', 'npm', ['run', '--silent', 'test:e2e']],
] as const;

for (const report of Object.values(reports)) rmSync(report, { force: true });

let failedChecks = 0;
const failed = (name: string) => {
  failedChecks += 1;
  print(`✗ ${name}`);
};

try {
  await ensureChromium();
  await ensureCurl();
} catch (error) {
  print(error instanceof Error ? error.message : String(error));
  failed('a browser to test with');
}

for (const [name, command, parameters] of checks) {
  const started = Date.now();
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (status === 0) print(`✓ ${name} (${seconds} s)`);
  else failed(`${name} (${seconds} s)`);
}

const unit = read(reports.unit, unitReport);
const browser = read(reports.browser, browserReport);
const passed = (unit?.numPassedTests ?? 0) + (browser?.stats.expected ?? 0);
const failedTests =
  (unit?.numFailedTests ?? 0) + (browser === null ? 0 : browser.stats.unexpected + browser.stats.flaky);
// A check that failed without a failed test (lint, types, a runner that never started) counts as one failure.
const failures = Math.max(failedTests, failedChecks);

const timed = {
  'unit tests': unit === null ? [] : timeUnitTests(unit),
  'end-to-end tests': browser === null ? [] : timeStories(browser),
};
for (const [runner, tests] of Object.entries(timed)) {
  if (tests.length > 0) print(`\nThe slowest ${runner}:\n${describeSlowest(tests, 5).join('\n')}`);
}

print(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function read<Report>(path: string, schema: z.ZodMiniType<Report>): Report | null {
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}
