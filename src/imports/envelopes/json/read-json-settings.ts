import * as z from 'zod/mini';
import type { Source } from '../../../sources/source.ts';
import { readSettings } from '../../read-settings.ts';
import type { Reading } from '../../reading.ts';

const flatObject = z.record(z.string(), z.unknown());

/**
 * Reads a flat JSON object by its keys: the credential of the Developer Console (`CLIENT_ID`, `ORG_ID`,
 * `CLIENT_SECRETS`), the answer of Adobe IMS (`access_token`), the settings of a script. Null when no key is known.
 */
export function readJsonSettings(value: unknown, source: Source): Reading | null {
  const result = flatObject.safeParse(value);
  if (!result.success) return null;
  const findings = readSettings(
    Object.entries(result.data).map(([key, single]) => ({ key, value: single, isQuoted: true })),
    source,
  );
  if (findings.findings.length === 0 && findings.notes.length === 0) return null;
  const isCredential =
    'CLIENT_ID' in result.data && ('ORG_ID' in result.data || 'CLIENT_SECRETS' in result.data);
  return { kind: isCredential ? 'console-credential' : 'json-settings', ...findings };
}
