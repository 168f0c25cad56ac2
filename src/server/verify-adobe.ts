import { join } from 'node:path';
import { ProxyError } from '../proxy/proxy-error.ts';
import { projectFolder } from './serve-build.ts';
import { readEnvironment } from './settings/read-environment.ts';
import { SettingsError, readSettings } from './settings/settings.ts';
import { VerifyError } from './verify/observe.ts';
import { verify } from './verify/verify.ts';

/**
 * `npm run verify:adobe`: compares the facts that no document confirms with the service of the settings. The word
 * after it names a connection to test and explore.
 */
const [connection = null] = process.argv.slice(2);

try {
  const settings = readSettings(readEnvironment(projectFolder));
  process.stdout.write(await verify(settings, connection, join(projectFolder, 'adobe-specs')));
} catch (error) {
  const isExpected = [SettingsError, VerifyError, ProxyError].some((kind) => error instanceof kind);
  if (!(error instanceof Error) || !isExpected) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
