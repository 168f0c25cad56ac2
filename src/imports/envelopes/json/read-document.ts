import type { Source } from '../../../sources/source.ts';
import type { ReadingResult } from '../../reading.ts';
import { meaningsOf } from '../../setting-names.ts';
import { findDeclaredSecrets } from './find-declared-secrets.ts';
import { readArmTemplate } from './read-arm-template.ts';
import { readConnectionBody } from './read-connection-body.ts';
import { readConsoleWorkspace } from './read-console-workspace.ts';
import { readDataFactory } from './read-data-factory.ts';
import { readJsonSettings } from './read-json-settings.ts';
import { readPostmanCollection } from './read-postman-collection.ts';
import { readPostmanEnvironment } from './read-postman-environment.ts';
import { readSourceDocument } from './read-source-document.ts';

/** From the most specific shape to the least, because a flat object with known keys could be anything. */
const readers = [
  readPostmanCollection,
  readPostmanEnvironment,
  readArmTemplate,
  readDataFactory,
  readConnectionBody,
  readConsoleWorkspace,
  readSourceDocument,
  readJsonSettings,
] as const;

/** Reads the values of a document, whatever format it was written in; null when nothing in it is known. */
export function readDocument(value: unknown, source: Source, chosen: number): ReadingResult {
  for (const read of readers) {
    const result = read(value, source, chosen);
    if (result?.kind === 'refused') return result;
    if (result !== null) {
      const meaningOf = meaningsOf(source);
      const declared = findDeclaredSecrets(value, (key) => meaningOf({ key }) !== undefined);
      return { ...result, secrets: [...(result.secrets ?? []), ...declared] };
    }
  }
  return null;
}
