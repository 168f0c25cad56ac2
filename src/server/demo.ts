import open from 'open';
import { openBrowser } from './open-browser.ts';
import { startDemoService } from './start-demo-service.ts';
import { serveBuild } from './serve-build.ts';
import { readCommandLine } from './settings/read-command-line.ts';
import { readSettings } from './settings/settings.ts';
import { toDialPolicy } from './settings/to-dial-policy.ts';
import type { RunningEmulator } from './start-emulator.ts';

/**
 * `npm run demo`: serves the built page with a local Flow Service that already contains connections, and opens a
 * browser, unless `BROWSER=none` is set. Only HOST, PORT and the command line are read: a demo never connects to Adobe,
 * whatever is configured.
 */
const { HOST, PORT } = process.env;
const ownPorts: number[] = [];
let service: RunningEmulator | undefined;
await serveBuild(
  async () => {
    const settings = readSettings({ HOST, PORT, ...readCommandLine(process.argv.slice(2)) });
    service = await startDemoService(toDialPolicy(settings, ownPorts), ownPorts);
    const { url: gatewayOrigin, databases } = service;
    return { settings: { ...settings, gatewayOrigin }, databases, ownPorts };
  },
  ({ origin }, write) => {
    if (process.env['BROWSER'] !== 'none') void openBrowser(origin, open).then(write);
  },
  () => void service?.close(),
);
