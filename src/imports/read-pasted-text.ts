import { findOverlay } from '../sources/find-overlay.ts';
import { refuse } from '../sources/overlay.ts';
import type { Source } from '../sources/source.ts';
import { cleanPastedText } from './clean-pasted-text.ts';
import { readJson } from './envelopes/json/read-json.ts';
import { readCode } from './envelopes/read-code.ts';
import { readEnvFile } from './envelopes/read-env-file.ts';
import { readOdbc } from './envelopes/read-odbc.ts';
import { readYaml } from './envelopes/read-yaml.ts';
import { readCommands } from './envelopes/requests/read-commands.ts';
import { readHttpMessage } from './envelopes/requests/read-http-message.ts';
import type { ImportResult } from './import-result.ts';
import { findSecrets } from './secret-text.ts';
import { readToken } from './read-token.ts';
import { type ReadingResult, fromAddress } from './reading.ts';
import { toImport } from './to-import.ts';

/** In characters. An export of 500 connections as a Postman collection has 770,000. */
export const longestText = 1_048_576;

/** In characters. Settings are much shorter, but a file chosen by mistake is often longer. */
const longestSettings = 131_072;

/** From the most reliably recognized kind to the least. */
const readers = [readToken, readSureAddress, readJson, readCommands, readCode, readHttpMessage] as const;
const settingsReaders = [readOdbc, readYaml, readEnvFile] as const;

const tooLarge = 'This text is too large. Paste only the settings.';

const notRecognized = 'Not recognized';
const onlyCode = 'Only the code blocks of the text were read.';

/**
 * Reads credentials and connection settings from pasted text (docs/flow-service.md#text-that-users-paste), and
 * detects its kind. Of several connections of the source, the one at the place `chosen` is read. Never throws. Labels,
 * names, notes and reasons never contain a secret.
 */
export function readPastedText(text: string, source: Source, chosen = 0): ImportResult {
  if (text.length > longestText) {
    return refuse(notRecognized, tooLarge);
  }
  if (text.trim() === '')
    return refuse(notRecognized, 'There is no text to import. Paste text or choose another file.');
  // U+FFFD shows that a file is not UTF-8. A NUL shows that it is UTF-16 or binary.
  if (/[\0\uFFFD]/.test(text)) {
    return refuse(notRecognized, 'This is not UTF-8 text. Save it as UTF-8, or paste it.');
  }
  const clean = cleanPastedText(text);
  const isShort = text.length <= longestSettings;
  for (const read of isShort ? [...readers, ...settingsReaders] : readers) {
    const result = read(clean.text, source, chosen);
    if (result === null) continue;
    if (result.kind === 'refused') return result;
    const notes = clean.isPartial ? [...result.notes, onlyCode] : result.notes;
    return toImport({ ...result, notes }, clean.text, source);
  }
  if (!isShort) return refuse(notRecognized, tooLarge);
  const scheme = findForeignScheme(clean.text);
  if (scheme !== null) {
    return refuse(
      notRecognized,
      `URLs that start with ${scheme} cannot be imported. If the database is one of the sources, choose it on the Sources page and enter its values.`,
    );
  }
  return refuse(
    notRecognized,
    `This format is not supported. Paste a Postman environment, a Developer Console credential, environment variables, a curl command, ${nameConnections(source)}.`,
  );
}

/** How the URL of a database begins that no source reads, on its line or as the value of a setting; null for none. */
function findForeignScheme(text: string): string | null {
  const [, scheme = ''] =
    /(?:^|[=:][ \t]*["']?)(jdbc:[a-z]\w{0,30}:|(?!https?:)[a-z][a-z\d+.-]{0,30}:\/\/)/im.exec(text) ?? [];
  // The value of a password may look like one.
  return scheme === '' || findSecrets(text).some((secret) => secret.startsWith(scheme)) ? null : scheme;
}

/** The kinds of text that describe a connection, worded as the end of a list. */
export function nameConnections(source: Source): string {
  const overlay = findOverlay(source);
  return overlay === null ? 'or a connection as JSON' : `a connection as JSON, or ${overlay.addressName}`;
}

function readSureAddress(text: string, source: Source): ReadingResult {
  const address = findOverlay(source)?.readAddress(text) ?? null;
  if (address === null || address.kind === 'refused') return address;
  return address.isSure ? fromAddress(address) : null;
}
