import { basename } from 'node:path';
import { type Settings, SettingsError } from '../settings/settings.ts';
import { facts } from './facts.ts';
import { observe } from './observe.ts';
import { createReader } from './reader.ts';
import { saveSpecs } from './save-specs.ts';
import { writeReport } from './write-report.ts';

/**
 * Compares the facts of docs/flow-service.md with the service of the settings. All requests only read.
 * @param connection The ID or the name of the connection to test and explore; null for none.
 * @param folder Where the connection specs are saved.
 * @returns The report.
 * @throws {SettingsError | VerifyError | ProxyError}
 */
export async function verify(settings: Settings, connection: string | null, folder: string): Promise<string> {
  const { gatewayOrigin, credentials } = settings;
  if (gatewayOrigin === null || credentials === null) {
    throw new SettingsError(
      'Set AEP_GATEWAY_URL, AEP_CLIENT_ID, AEP_ORG_ID and AEP_CLIENT_SECRET (or AEP_ACCESS_TOKEN) in .env.local.',
    );
  }
  const reader = createReader(settings, gatewayOrigin, credentials);
  try {
    const seen = await observe(reader, { sandbox: settings.sandbox, connection });
    const saved = await saveSpecs(seen, folder);
    const without = connection === null ? '\nYou named no connection, so none was tested or explored.' : '';
    return reader.redact(
      `${gatewayOrigin}: ${writeReport(Object.values(facts), seen)}\n\n${saved} connection specs saved in ${basename(folder)}${without}\n`,
    );
  } finally {
    await reader.close();
  }
}
