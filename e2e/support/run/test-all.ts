import { rmSync } from 'node:fs';
import { ensureChromium } from '../chromium/ensure-chromium.ts';
import { ensureCurl } from './ensure-curl.ts';
import { readReport } from './read-report.ts';
import { runBrowserTests } from './run-browser-tests.ts';
import { type Ended, runChild } from './run-child.ts';
import {
  browserReport,
  describeSlowest,
  timeBrowserTests,
  timeUnitTests,
  unitReport,
} from './slowest-tests.ts';

/** `npm test`: runs every check and prints one closing line with the totals of all runners. */

const reports = { unit: 'test-results/unit.json', browser: 'test-results/browser.json' };

interface Check {
  readonly name: string;
  readonly script: string;
  readonly options?: readonly string[];
}

const unitTests: Check = {
  name: 'unit tests',
  script: 'test:unit',
  options: ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`],
};
const build: Check = { name: 'build', script: 'build', options: ['--logLevel=warn'] };
const browserTests = 'end-to-end tests';
const shortChecks: readonly Check[] = [
  { name: 'formatting', script: 'check:format' },
  { name: 'lint', script: 'check:lint' },
  { name: 'types', script: 'check:types' },
  { name: 'unused code', script: 'check:unused' },
  build,
];

for (const report of Object.values(reports)) rmSync(report, { force: true });

const failedChecks = new Set<string>();
const browser = 'test browser';

// The unit tests leave processor time unused, and so does a browser download, so both run together.
await Promise.all([runScript(unitTests), runInTurn(shortChecks), prepareBrowserTests()]);

if (failedChecks.has(build.name) || failedChecks.has(browser)) print(`${browserTests} did not run`);
else await time(browserTests, async () => ({ isPassed: await runBrowserTests(), output: '' }));

const unitResults = readReport(reports.unit, unitReport);
const browserResults = readReport(reports.browser, browserReport);

const timed = {
  [unitTests.name]: unitResults === null ? [] : timeUnitTests(unitResults),
  [browserTests]: browserResults === null ? [] : timeBrowserTests(browserResults),
};
for (const [runner, tests] of Object.entries(timed)) {
  if (tests.length > 0) print(`\nThe slowest ${runner}:\n${describeSlowest(tests, 5).join('\n')}`);
}

const passed = (unitResults?.numPassedTests ?? 0) + (browserResults?.stats.expected ?? 0);
const failedTests: Readonly<Record<string, number | undefined>> = {
  [unitTests.name]: unitResults?.numFailedTests,
  [browserTests]: browserResults === null ? 0 : browserResults.stats.unexpected + browserResults.stats.flaky,
};
// A check that failed without a failed test (lint, types, a runner that did not start) counts as one failure.
const failed = [...failedChecks].reduce((sum, name) => sum + Math.max(failedTests[name] ?? 0, 1), 0);

print(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runInTurn(checks: readonly Check[]): Promise<void> {
  for (const check of checks) await runScript(check);
}

function runScript({ name, script, options = [] }: Check): Promise<void> {
  return time(name, () => runChild('npm', ['run', '--silent', script, '--', ...options], 'collect'));
}

async function time(name: string, run: () => Promise<Ended>): Promise<void> {
  const started = Date.now();
  const { isPassed, output } = await run();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (!isPassed) failedChecks.add(name);
  // One call prints everything, so that the output of another check cannot come in between.
  print(`${output.trimEnd()}\n${isPassed ? '✓' : '✗'} ${name} (${seconds} s)`.trimStart());
}

async function prepareBrowserTests(): Promise<void> {
  try {
    await ensureChromium();
    await ensureCurl();
  } catch (error) {
    failedChecks.add(browser);
    print(`${error instanceof Error ? error.message : String(error)}\n✗ ${browser}`);
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
