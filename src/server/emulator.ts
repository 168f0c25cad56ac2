import { createStdoutWriter } from './listening/line-writer.ts';
import {
  demoApiKey,
  demoOrganizationId,
  newDemoCredentials,
} from '../emulator/tokens/new-demo-credentials.ts';
import { readCommandLine } from './settings/read-command-line.ts';
import { readSettings } from './settings/settings.ts';
import { toDialPolicy } from './settings/to-dial-policy.ts';
import { startEmulator } from './start-emulator.ts';
import { stopOnSignal } from './listening/stop-on-signal.ts';

/** `npm run emulator`: starts only the local Flow Service. */
const { HOST, PORT, PUBLIC_ORIGIN, ALLOW_CONNECTION_CHECK, CONNECTION_CHECK_CIDRS } = process.env;
const variables = { HOST, PORT, PUBLIC_ORIGIN, ALLOW_CONNECTION_CHECK, CONNECTION_CHECK_CIDRS };

try {
  const settings = readSettings({ ...variables, ...readCommandLine(process.argv.slice(2)) });
  const ownPorts: number[] = [];
  const policy = toDialPolicy(settings, ownPorts);
  const { host, publicOrigin } = settings;
  const emulator = await startEmulator({ host, port: settings.port ?? 8766, policy, ownPorts, publicOrigin });
  const { accessToken } = newDemoCredentials(Date.now(), () => crypto.randomUUID());
  const log = createStdoutWriter();
  log.write(`The local Flow Service listens on ${emulator.url}

In Adobe's tutorials, replace https://platform.adobe.io with ${emulator.url}, and use
  {API_KEY}       ${demoApiKey}
  {IMS_ORG}       ${demoOrganizationId}
  {SANDBOX_NAME}  prod
  {ACCESS_TOKEN}  ${accessToken}

The token is valid for 24 hours. Any organization ID works. Any other token works with the API key it was issued for.
Failures you can simulate: ${emulator.url}/local/scenarios`);
  stopOnSignal(emulator.close, log);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
