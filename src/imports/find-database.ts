import { readConninfo } from '../sources/conninfo.ts';
import type { ConnectionPart } from '../sources/connection-string.ts';
import { type JdbcText, readJdbcText } from '../sources/jdbc-url.ts';
import { isPlaceholder } from '../text/placeholders.ts';
import { isSecretName } from '../text/secret-name.ts';
import { listJsonSettings } from './envelopes/json/read-json-settings.ts';
import { parsePastedJson } from './envelopes/json/parse-pasted-json.ts';
import { listEnvSettings } from './envelopes/read-env-file.ts';
import { listYamlSettings } from './envelopes/read-yaml.ts';
import { findSecrets, holdsSecret } from './secret-text.ts';
import type { Setting } from './setting-names.ts';

/** The database that a text names, as one URL, in the keyword form of PostgreSQL, or in settings. */
export interface DatabaseText {
  readonly label: string;
  readonly url: string;
  readonly read: JdbcText;
  /** The settings that are used; null when the text is only the address. */
  readonly usedKeys: readonly string[] | null;
}

export function findDatabase(text: string): DatabaseText | null {
  const url = readJdbcText(text);
  if (url !== null) {
    return { label: url.driver.isPlain ? 'Database URL' : 'JDBC URL', url: text, read: url, usedKeys: null };
  }
  const keywords = readConninfo(text);
  if (keywords !== null)
    return { label: 'PostgreSQL connection string', url: '', read: keywords, usedKeys: null };
  return findInSettings(text);
}

interface UrlSetting {
  readonly setting: Setting;
  readonly url: string;
  readonly read: JdbcText;
}

function findInSettings(text: string): DatabaseText | null {
  // Most texts have no URL of a database, and need not be parsed again.
  if (!/[:=]\s*["']?(?:jdbc:|[a-z]\w*(?:\+[\w.]+)?:\/\/)/i.test(text)) return null;
  const settings = listSettings(text);
  const urls = settings.flatMap((setting): readonly UrlSetting[] => {
    const url = typeof setting.value === 'string' ? setting.value.trim() : '';
    const read = readJdbcText(url);
    return read === null ? [] : [{ setting, url, read }];
  });
  const [first] = urls;
  return first !== undefined && urls.every(({ url }) => url === first.url)
    ? {
        label: `Settings with a ${first.read.driver.isPlain ? 'database' : 'JDBC'} URL`,
        url: first.url,
        ...withNeighbours(first, settings, findSecrets(text)),
      }
    : null;
}

function listSettings(text: string): readonly Setting[] {
  const json = /^\s*[[{]/.test(text) ? parsePastedJson(text) : undefined;
  if (typeof json === 'object' && json !== null) return listJsonSettings(json);
  const yaml = listYamlSettings(text);
  return yaml.length > 0 ? yaml : listEnvSettings(text, (key) => isSecretName(key)).settings;
}

/** The user and the password of the settings beside a URL. A URL that has its own is read with both compared. */
function withNeighbours(
  { setting, read }: UrlSetting,
  settings: readonly Setting[],
  secrets: readonly string[],
) {
  const parts: Partial<Record<ConnectionPart, string>> = { ...read.parts };
  const placeholders = new Set(read.placeholders);
  const notes = new Set(read.notes);
  const usedKeys = [setting.key];
  const group = groupOf(setting, /(?:jdbc|connection|conn|db|database)*(?:ur[il]|dsn|string)$/);
  const skip = (part: ConnectionPart) => {
    Reflect.deleteProperty(parts, part);
    notes.add(`The ${wordOf(part)} was skipped because its value is unclear in this text. Enter it.`);
  };
  /** Also by the reader of the URL. */
  const isSkipped = (part: ConnectionPart) =>
    [...notes].some((note) => note.startsWith(`The ${wordOf(part)} was`));
  if (setting.uncertain === true && parts.password !== undefined) skip('password');
  for (const [part, names] of neighbours) {
    const own = settings.filter((one) => names.test(squeeze(one.key)) && groupOf(one, names) === group);
    for (const { key, value, uncertain } of own) {
      const text = typeof value === 'number' ? String(value) : value;
      if (typeof text !== 'string' || text === '') continue;
      usedKeys.push(key);
      if (isPlaceholder(text)) {
        placeholders.add(part);
        continue;
      }
      if (isSkipped(part)) continue;
      const isUnclear = part === 'user' ? holdsSecret(text, secrets) : uncertain === true;
      if (isUnclear || (parts[part] ?? text) !== text) skip(part);
      else parts[part] = text;
    }
  }
  const used = new Set(usedKeys);
  const others = settings.filter(({ key }) => !used.has(key)).map(({ key }) => key);
  return {
    usedKeys,
    read: {
      ...read,
      parts,
      placeholders: [...placeholders],
      notes: [...notes],
      names: [...read.names, ...others],
    },
  };
}

const neighbours: readonly (readonly [part: ConnectionPart, names: RegExp])[] = [
  ['user', /(?:user(?:name|id)?|uid|login)$/],
  ['password', /(?:password|passwd|pwd|pass)$/],
];

function wordOf(part: ConnectionPart): string {
  return part === 'user' ? 'username' : part;
}

/** What a setting belongs to: its section and the beginning of its name. `DB_URL` and `DATABASE_USER` are one group. */
function groupOf({ key, path = '' }: Setting, end: RegExp): string {
  const name = squeeze(key)
    .replace(end, '')
    .replace(/(?:db|database|jdbc|datasource|connection)$/, '');
  return `${path}:${name}`;
}

function squeeze(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
