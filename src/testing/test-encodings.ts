const toHex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');

/** Replaces each character with the result of `write`. */
function each(write: (character: string) => string) {
  return (text: string) => Array.from(text, write).join('');
}

const percent = each((character) => `%${toHex(character)}`);

/** For tests: the encodings in which a service may return received data. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'upper case': (text) => text.toUpperCase(),
  'lower case': (text) => text.toLowerCase(),
  JSON: (text) => JSON.stringify(text),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify({ quoted: text })),
  'JSON, all of it escaped': each((character) => `\\u00${toHex(character)}`),
  'JSON in JSON, all of it escaped': each((character) => `\\\\u00${toHex(character).toUpperCase()}`),
  'JavaScript, by bytes': each((character) => `\\x${toHex(character)}`),
  'JavaScript, by code points': each((character) => `\\u{${toHex(character)}}`),
  URL: encodeURIComponent,
  'URL, twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'URL, all of it': percent,
  'URL, all of it in upper case': (text) => percent(text).toUpperCase(),
  'URL, all of it twice': (text) => encodeURIComponent(percent(text)),
  form: (text) => new URLSearchParams({ quoted: text }).toString(),
  HTML: each((character) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[character] ?? character),
  'HTML by numbers': each((character) => `&#${character.charCodeAt(0)};`),
  'HTML by hexadecimal numbers': each((character) => `&#x${toHex(character)};`),
  Base64: (text) => Buffer.from(text).toString('base64'),
  'Base64 after one byte': (text) => Buffer.from(`"${text}"`).toString('base64'),
  'Base64 after two bytes': (text) => Buffer.from(`=>${text}<=`).toString('base64'),
  'Base64 of a header': (text) => Buffer.from(`Authorization: Bearer ${text}\r\n`).toString('base64'),
  'Base64 for a URL': (text) => Buffer.from(`Bearer ${text}`).toString('base64url'),
  'Base64 in lines': (text) =>
    Buffer.from(text)
      .toString('base64')
      .replaceAll(/.{1,76}/g, '$&\r\n'),
  'Base64 in a URL': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'in lines': (text) => text.replaceAll(/.{1,20}/g, '$&\n  '),
};

/**
 * For tests: whether a reader can recover a secret from a text by decoding it repeatedly. It shares no code with the
 * redaction, so that it is an independent check.
 */
export function reveals(text: string, secret: string): boolean {
  const wanted = secret.toLowerCase();
  const readings = new Set([text]);
  // The loop also processes the readings that it adds.
  for (const reading of readings) {
    const joined = reading.replaceAll(/[\s\0]/g, '');
    const views = [joined, ...decodeRuns(joined)].map((view) => view.toLowerCase());
    if (views.some((view) => view.includes(wanted))) return true;
    for (const unescape of [fromJson, fromUrl, fromHtml]) {
      if (readings.size < 60) readings.add(unescape(reading));
    }
  }
  return false;
}

function fromCode(hexadecimal: string): string {
  return String.fromCharCode(Number.parseInt(hexadecimal, 16));
}

function fromJson(text: string): string {
  return text.replaceAll(
    /\\u00([\da-f]{2})|\\x([\da-f]{2})|\\u\{([\da-f]{2})\}|\\([nrt])|\\([^ux])/gi,
    (_all, json: string, byte: string, point: string, _blank: string, character: string) => {
      const code = json ?? byte ?? point;
      return code === undefined ? (character ?? '') : fromCode(code);
    },
  );
}

function fromUrl(text: string): string {
  return text.replaceAll(/%([\da-f]{2})/gi, (_all, code: string) => fromCode(code));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function fromHtml(text: string): string {
  return text.replaceAll(
    /&#x([\da-f]{2});|&#(\d{2,3});|&(amp|lt|gt|quot|apos);/gi,
    (_all, code: string, decimal: string, entity: string) => {
      if (entity !== undefined) return entities[entity.toLowerCase()] ?? '';
      return code === undefined ? String.fromCharCode(Number(decimal)) : fromCode(code);
    },
  );
}

/** Decodes sequences of Base64 and of hexadecimal digits, at every possible start. */
function decodeRuns(text: string): readonly string[] {
  const base64 = [...text.matchAll(/[\w+/-]{8,}/g)].flatMap(([run]) =>
    [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), 'base64').toString('latin1')),
  );
  const hexadecimal = [...text.matchAll(/[\da-f]{8,}/gi)].flatMap(([run]) =>
    [0, 1].map((start) => Buffer.from(run.slice(start), 'hex').toString('latin1')),
  );
  return [...base64, ...hexadecimal];
}
