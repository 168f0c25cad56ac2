import { holdsExpression, isPlaceholder } from '../text/placeholders.ts';
import { showParts } from './connection-fields.ts';
import {
  type ConnectionPart,
  type ConnectionParts,
  isDriverSetting,
  isPlain,
  partsOf,
} from './connection-string.ts';
import { findText } from './fielded-text.ts';
import type { AuthMethod } from './source.ts';

/** What the fields can show of a connection string that is a template, incomplete, or in another order. */
export interface PartlyRead {
  readonly params: Readonly<Record<string, string>>;
  /** The settings whose value is a placeholder. */
  readonly placeholders: readonly { readonly key: string; readonly part: ConnectionPart }[];
  /** The names of settings that have no field. */
  readonly unknownKeys: readonly string[];
  /** Sentences about what was left out. They never contain a value. */
  readonly notes: readonly string[];
  readonly secrets: readonly string[];
}

/** The usual keys of each part in connection strings. */
const usualKeys: readonly (readonly [part: ConnectionPart, keys: RegExp])[] = [
  ['server', /^(?:server|host|data source|addr|address|network address)$/],
  ['port', /^port$/],
  ['database', /^(?:database|initial catalog|db|dbname|sid)$/],
  ['user', /^(?:uid|user|user ?id|user ?name)$/],
  ['password', /^(?:pwd|password)$/],
];

const allParts = usualKeys.map(([part]) => part);

/** Reads a connection string setting by setting; null for a source whose connection string has no fields. */
export function readPartly(
  method: Pick<AuthMethod, 'params'>,
  param: string,
  text: string,
): PartlyRead | null {
  const fielded = findText(method, param);
  if (fielded === undefined) return null;
  const { format } = fielded.fields;
  const fixed = format.order.filter((one) => one.includes('=')).map((one) => one.toLowerCase());
  const { parts, ...read } = readParts(text, partsOf(format), fixed);
  return { ...read, params: showParts(fielded, parts) ?? {} };
}

/** What a connection string says about some parts. */
export interface ReadParts extends Omit<PartlyRead, 'params'> {
  readonly parts: ConnectionParts;
}

/** `own`: the parts to read. `fixed`: settings that say nothing, in lower case. */
export function readParts(
  text: string,
  own: readonly ConnectionPart[] = allParts,
  fixed: readonly string[] = [],
): ReadParts {
  const parts: Partial<Record<ConnectionPart, string>> = {};
  const placeholders: { key: string; part: ConnectionPart }[] = [];
  const unknownKeys: string[] = [];
  const notes = new Set<string>();
  let isAfterPassword = false;
  for (const setting of text.split(';').filter((one) => one.trim() !== '')) {
    const at = setting.indexOf('=');
    const key = setting.slice(0, Math.max(at, 0)).trim();
    const value = setting.slice(at + 1);
    const part = usualKeys.find(([, keys]) => keys.test(key.toLowerCase()))?.[0];
    if (fixed.includes(setting.trim().toLowerCase())) continue;
    if (at < 1 || part === undefined || !own.includes(part)) {
      // A password may contain a semicolon, so what follows it may be a part of it.
      if (at < 1 || (isAfterPassword && !isDriverSetting(key))) {
        if (isAfterPassword) Reflect.deleteProperty(parts, 'password');
        notes.add(
          isAfterPassword
            ? 'The text after the password was skipped, and the password too, because its end is unclear. Enter it.'
            : 'A part of the connection string was skipped because it is no setting.',
        );
      } else unknownKeys.push(key);
      continue;
    }
    const isSecret = part === 'password';
    isAfterPassword = isSecret;
    if (isPlaceholder(value) || holdsExpression(value, isSecret ? 'secret' : 'grammar')) {
      placeholders.push({ key, part });
    } else if (!isPlain(isSecret ? value : value.trim()) || (parts[part] ?? value) !== value) {
      Reflect.deleteProperty(parts, part);
      notes.add(`The ${part} was skipped because it is unclear in this text. Enter it.`);
    } else if (value.trim() !== '') parts[part] = isSecret ? value : value.trim();
  }
  return {
    parts,
    placeholders,
    unknownKeys,
    notes: [...notes],
    secrets: secretsOf(parts),
  };
}

function secretsOf({ password }: ConnectionParts): readonly string[] {
  return password === undefined ? [] : [password];
}
