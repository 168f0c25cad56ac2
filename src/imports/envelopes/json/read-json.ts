import { findDeclaredSecrets } from './find-declared-secrets.ts';
import { parsePastedJson } from './parse-pasted-json.ts';
import { readConnectionBody } from './read-connection-body.ts';
import { readConsoleWorkspace } from './read-console-workspace.ts';
import { readDataFactory } from './read-data-factory.ts';
import { readJsonSettings } from './read-json-settings.ts';
import { readPostmanEnvironment } from './read-postman-environment.ts';
import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { meaningsOf } from '../../read-settings.ts';
import type { ReadingResult } from '../../reading.ts';

/** From the most specific shape to the least, because a flat object with known keys could be anything. */
const readers = [
  readPostmanEnvironment,
  readDataFactory,
  readConnectionBody,
  readConsoleWorkspace,
  readJsonSettings,
] as const;

/** Reads JSON of any known shape; null when the text is not JSON. */
export function readJson(text: string, source: Source): ReadingResult {
  // A heading such as [database] starts a settings file, not JSON.
  if (!/^(?:\{|\[(?![A-Za-z][\w .-]*\]))/.test(text)) return null;
  const value = parsePastedJson(text);
  if (value === undefined) {
    return refuse(
      'JSON',
      'This JSON is incomplete or invalid. Copy it again, from the first brace to the last.',
    );
  }
  for (const read of readers) {
    const result = read(value, source);
    if (result?.kind === 'refused') return result;
    if (result !== null) {
      const meaningOf = meaningsOf(source);
      return { ...result, secrets: findDeclaredSecrets(value, (key) => meaningOf({ key }) !== undefined) };
    }
  }
  return refuse(
    'JSON',
    'This JSON has no values to import. Paste a Postman environment, a Developer Console credential, a Flow Service connection or an Azure Data Factory linked service.',
  );
}
