import { rmSync } from 'node:fs';
import { browserReport, unitReport } from '../support/run/slowest-tests.ts';
import { ensureChromium } from '../support/chromium/ensure-chromium.ts';
import { realServersVariable } from '../../src/testing/query-servers.ts';
import { readReport } from '../support/run/read-report.ts';
import { runChild } from '../support/run/run-child.ts';
import { startGateway } from './gateway.ts';
import { startPhoenix, user } from './start-phoenix.ts';

/**
 * `npm run test:phoenix`: starts a real Phoenix once and runs the query server's contract tests and browser tests.
 */

const reports = {
  contract: 'test-results/phoenix-contract.json',
  browser: 'test-results/phoenix-browser.json',
};
for (const report of Object.values(reports)) rmSync(report, { force: true });

const contractTests = [
  'src/query-server/query-server-client.test.ts',
  'src/query-server/paging.test.ts',
  'src/query-server/check/check-contract.test.ts',
];

try {
  await ensureChromium();
  const started = Date.now();
  const phoenix = await startPhoenix({ listeners: ['0', '0,basic', '0,tls', '0,json'], views: 0 });
  print(`Apache Phoenix was ready after ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  const [plain = 0, basic = 0, tls = 0, json = 0] = phoenix.ports;
  const gateway = await startGateway(phoenix.keyStore, 0, plain);
  const lostGateway = await startGateway(phoenix.keyStore, 0, 1);
  const ports = {
    plain,
    basic,
    tls,
    json,
    zooKeeper: phoenix.zooKeeperPort,
    gateway: gateway.port,
    gatewayWithoutServer: lostGateway.port,
  };
  process.env[realServersVariable] = JSON.stringify({ ports, ca: phoenix.certificate, ...user });
  const contractOptions = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.contract}`];
  const contract = await runNode('vitest/vitest.mjs', ['run', ...contractTests, ...contractOptions]);
  const browser = await runNode('@playwright/test/cli.js', [
    'test',
    '--config',
    'e2e/phoenix/playwright.config.ts',
  ]);
  await gateway.stop();
  await lostGateway.stop();
  await phoenix.stop();

  const contractResults = readReport(reports.contract, unitReport);
  const browserResults = readReport(reports.browser, browserReport);
  const passed = (contractResults?.numPassedTests ?? 0) + (browserResults?.stats.expected ?? 0);
  // A runner that did not start counts as one failure.
  const failed =
    Math.max(contractResults?.numFailedTests ?? 0, contract ? 0 : 1) +
    Math.max(browserResults?.stats.unexpected ?? 0, browser ? 0 : 1);
  print(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  print(`${error instanceof Error ? error.message : String(error)}\n\n0 passed, 1 failed`);
  process.exitCode = 1;
}

async function runNode(program: string, parameters: readonly string[]): Promise<boolean> {
  return (await runChild(process.execPath, [`node_modules/${program}`, ...parameters], 'show')).isPassed;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
