import type { ImportResult } from './import-result.ts';
import {
  type ConnectionStringFormat,
  isConnectionString,
  isDriverSetting,
  readConnectionString,
} from '../sources/connection-string.ts';
import { findPlaceholders } from '../sources/connection-placeholders.ts';
import { findText } from '../sources/fielded-text.ts';
import { paramNames } from '../sources/param-names.ts';
import type { Source } from '../sources/source.ts';
import { readStringParts } from './read-string-parts.ts';
import { toImport } from './to-import.ts';

const label = 'Connection string';

/** A variable or a property whose value is a connection string. */
const named =
  /^(?:(?:export|set)\s+|\$env:)?"?[A-Za-z_][\w.:-]*"?\s*[:=]\s*(?:(["'])(?<quoted>.*)\1[,;]?|(?<bare>[A-Za-z][\w ]*=.*))$/;

/** A connection string without the name of a variable in front. */
export function unwrapConnectionString(text: string): string {
  // A blank at an end may be part of a password, but a line break is not.
  const whole = text.replace(/^[\r\n]+|[\r\n]+$/g, '');
  const { quoted, bare } = named.exec(whole)?.groups ?? {};
  return quoted ?? bare ?? whole;
}

/** Reads a connection string for a source that takes one; null for any other text. */
export function readConnectionText(text: string, source: Source): ImportResult | null {
  const { authMethod } = source;
  const whole = unwrapConnectionString(text);
  const param = authMethod.params.find(
    ({ name, control }) => control === 'secret' && paramNames.connectionString.test(name),
  );
  if (param === undefined || /[\r\n]/.test(whole) || !/^\s*[A-Za-z][\w ]*=/.test(whole)) return null;
  const { fields } = findText(authMethod, param.name) ?? {};
  const isMeant = fields === undefined ? looksLikeText(whole) : isConnectionString(fields.format, whole);
  if (!isMeant) return null;
  if (findPlaceholders(whole).length > 0) {
    return toImport({ kind: 'connection-string', label, ...readStringParts(whole, source) }, whole, source);
  }
  const read = fields === undefined ? null : readConnectionString(fields.format, whole);
  return {
    kind: 'connection-string',
    label,
    found: { params: { [param.name]: whole } },
    placeholders: [],
    unknownKeys: [],
    notes: read?.kind === 'raw' ? [read.reason] : [],
  };
}

/** Whether a text, in whatever order, has all that a format needs, and nothing that the format does not know. */
export function isWhollyOf(format: ConnectionStringFormat, text: string): boolean {
  if (readConnectionString(format, text.trim()).kind === 'parts') return true;
  const names = unwrapConnectionString(text)
    .split(';')
    .filter((one) => one.trim() !== '')
    .map(nameOf);
  const keys = Object.entries(format.keys).map(([part, key]) => [part, key.toLowerCase()] as const);
  const fixed = format.order.filter((one) => one.includes('=')).map(nameOf);
  const needed = keys.filter(([part]) => part === 'server' || part === 'database').map(([, key]) => key);
  const known = new Set([...keys.map(([, key]) => key), ...fixed]);
  return (
    names.length > 2 &&
    names.every((name) => known.has(name) || isDriverSetting(name)) &&
    needed.every((name) => names.includes(name))
  );
}

/** Whether a line has several settings, of which one names a server or an account. */
function looksLikeText(line: string): boolean {
  const settings = line.split(';').filter((one) => /^\s*[\w ]+=./.test(one));
  return settings.length >= 2 && settings.some((one) => /^\s*(?:server|host|account ?name)\s*=/i.test(one));
}

function nameOf(setting: string): string {
  return (setting.split('=', 1)[0] ?? '').trim().toLowerCase();
}
