/** A part of a connection string that has its own field. */
export type ConnectionPart = 'server' | 'port' | 'database' | 'user' | 'password';

export type ConnectionParts = Readonly<Partial<Record<ConnectionPart, string>>>;

/** How Adobe documents the connection string of a source. */
export interface ConnectionStringFormat {
  /** Each setting in the documented order: a key and its part, or a whole setting that is always the same. */
  readonly order: readonly (ConnectionPart | `${string}=${string}`)[];
  /** The spelling of the key of each part in `order`. */
  readonly keys: Readonly<Partial<Record<ConnectionPart, string>>>;
  /** Whether the last setting is followed by a semicolon. */
  readonly isClosed?: true;
}

/** The parts of a text, or one sentence that says why it stays one text. The sentence never contains a value. */
export type ReadConnectionString =
  | { readonly kind: 'parts'; readonly parts: ConnectionParts }
  | { readonly kind: 'raw'; readonly reason: string };

/** The fields of a format, in the documented order. */
export function partsOf({ order, keys }: ConnectionStringFormat): readonly ConnectionPart[] {
  return order.filter((one): one is ConnectionPart => one in keys);
}

/** Whether a text is a connection string, perhaps of another order: it has at least two of the format's settings. */
export function isConnectionString({ keys }: ConnectionStringFormat, text: string): boolean {
  const known = Object.values(keys).map((key) => key.toLowerCase());
  const found = text.split(';').filter((one) => one.includes('=') && known.includes(toKey(one).name));
  return found.length >= 2;
}

/**
 * The connection string with these parts; null when a part is missing or cannot be written without quotes. Only the
 * port may be empty.
 */
export function buildConnectionString(format: ConnectionStringFormat, parts: ConnectionParts): string | null {
  const settings: string[] = [];
  const own = partsOf(format);
  for (const one of format.order) {
    const part = own.find((name) => name === one);
    const value = part === undefined ? undefined : (parts[part] ?? '');
    if (part === undefined) settings.push(one);
    else if (value !== undefined && isPart(part, value)) settings.push(`${format.keys[part]}=${value}`);
    else if (part !== 'port' || value !== '') return null;
  }
  return `${settings.join(';')}${format.isClosed === true ? ';' : ''}`;
}

/** Reads a text into parts, but only if the parts give exactly the same text again. */
export function readConnectionString(format: ConnectionStringFormat, text: string): ReadConnectionString {
  if (/["'`{}]/.test(text)) return raw('Text with quotes or braces cannot be split into fields.');
  const parts: Partial<Record<ConnectionPart, string>> = {};
  const own = partsOf(format);
  const fixedKeys = format.order.filter((one) => one.includes('=')).map((one) => toKey(one).name);
  let isAfterPassword = false;
  for (const setting of text.split(';').filter((one) => one.trim() !== '')) {
    const { name, value } = toKey(setting);
    const part = own.find((one) => format.keys[one]?.toLowerCase() === name);
    if (part === undefined && !fixedKeys.includes(name)) {
      // A password may contain a semicolon, so what follows it may be a part of it and is not shown.
      if (settingNames.test(name))
        return raw(`The setting ${setting.split('=', 1)[0]?.trim()} cannot be entered in the fields.`);
      return raw(
        isAfterPassword
          ? 'The text after the password cannot be entered in the fields.'
          : 'A setting of the text cannot be entered in the fields.',
      );
    }
    if (part === undefined) continue;
    if (parts[part] !== undefined) return raw(`The text has ${format.keys[part]} more than once.`);
    parts[part] = value;
    isAfterPassword ||= part === 'password';
  }
  const missing = own.find((part) => part !== 'port' && (parts[part] ?? '') === '');
  if (missing !== undefined) return raw(`${format.keys[missing]} is missing from the text.`);
  if (parts.port !== undefined && !isPort(parts.port)) {
    return raw(`${format.keys.port} is not a whole number from 1 to 65535.`);
  }
  return buildConnectionString(format, parts) === text
    ? { kind: 'parts', parts }
    : raw('The order, spelling or spaces of the text differ from Adobe’s pattern.');
}

/** The pattern that Adobe documents, as an example for people. */
export function describeConnectionString({ order, keys, isClosed }: ConnectionStringFormat): string {
  const settings = order.map((one) => {
    const key = Object.entries(keys).find(([part]) => part === one)?.[1];
    return key === undefined ? one : `${key}=<${one}>`;
  });
  return `${settings.join(';')}${isClosed === true ? ';' : ''}`;
}

/** Names of common driver settings that have no field. No other name is shown, because it may be part of a secret. */
const settingNames =
  /^(?:ssl ?mode|use ?ssl|encrypt|trust ?server ?certificate|connect(?:ion)? ?timeout|char(?:acter ?)?set|encryptionmethod|validateservercertificate|integrated security|persist security info|trusted_connection|application ?(?:name|intent)|multiple ?active ?result ?sets|multi ?subnet ?failover|pooling|(?:min|max) pool size|schema|service ?name)$/;

/** Whether this is the name of a common driver setting, which is no part of a password. */
export function isDriverSetting(name: string): boolean {
  return settingNames.test(name.trim().toLowerCase());
}

function toKey(setting: string): { readonly name: string; readonly value: string } {
  const at = setting.indexOf('=');
  return {
    name: (at < 0 ? setting : setting.slice(0, at)).trim().toLowerCase(),
    value: at < 0 ? '' : setting.slice(at + 1),
  };
}

function isPart(part: ConnectionPart, value: string): boolean {
  return part === 'port' ? isPort(value) : isPlain(value);
}

function isPort(value: string): boolean {
  return /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535;
}

/** Whether a value needs no quotes: no separators, quotes, braces, line breaks or spaces at its edges. */
export function isPlain(value: string): boolean {
  return value !== '' && value === value.trim() && !/[;"'`{}\p{Cc}]/u.test(value);
}

function raw(reason: string): ReadConnectionString {
  return { kind: 'raw', reason: `${reason} The whole text is sent as you entered it.` };
}
