/** Removes all escapes from a text, however often they were applied, and ignores blanks and case. */
export interface Unescaper {
  /** Reads the next bytes of the text; `from` is their position in the text. */
  readonly read: (bytes: Uint8Array, from: number) => void;
  /** Marks the end of the text, which ends an open escape. */
  readonly finish: () => void;
  /** The characters so far, one byte each. */
  readonly characters: () => Buffer;
  /** The range in the text of a sequence of characters, with the escapes of these characters only. */
  readonly placeOf: (index: number, length: number) => readonly [start: number, end: number];
  /** Discards all characters except the last ones. */
  readonly keepLast: (count: number) => void;
  /** Whether the text contains escaped line breaks or tabs. */
  readonly hasBreaks: () => boolean;
  /** Whether the text contains other escapes. */
  readonly hasEscapes: () => boolean;
}

/**
 * How a text is read. `blank`: `\n` is an escaped line break, which is ignored like a real one. `letter`: it is a
 * letter after a backslash of a path or of a secret. `plain`: no other escapes are recognized either. Text that looks
 * like an escape may consist of the end of a secret and the text after it, or be a part of a secret with a line break
 * in it.
 */
export const readings = ['blank', 'letter', 'plain'] as const;
export type EscapeReading = (typeof readings)[number];

/** The backslashes before a character: backslashes of the text, and a backslash that was escaped itself. */
const rawBackslash = 1;
const undoneBackslash = 2;

/** Longer than the longest escape, such as `&#0000065;`, after the escapes within it are removed. */
export const longestEscape = 16;

const entities: Readonly<Record<string, number>> = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };

/**
 * Reads each byte once. A character that completes an escape replaces that escape, and may then complete another one:
 * `%2541` becomes `%41` becomes `A`. So the time is proportional to the length of a text, whatever it contains.
 * `capacity` is the maximum number of characters at a time.
 */
export function createUnescaper(capacity: number, reading: EscapeReading): Unescaper {
  const codes = Buffer.alloc(capacity);
  const starts = new Int32Array(capacity);
  /** The position of the backslashes before a character. */
  const backslashStarts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  const backslashes = new Uint8Array(capacity);
  const isJoined = new Uint8Array(capacity);
  let size = 0;
  let pendingBackslashes = 0;
  let pendingStart = 0;
  /** 0 if there is a blank before the next character. An escape contains no blanks. */
  let joinsNext = 1;
  let foundBreak = false;
  let foundEscape = false;

  function add(code: number, start: number, end: number, isRaw: boolean): void {
    if (code === 0) return;
    if (isBlank(code)) {
      joinsNext = 0;
      pendingBackslashes = 0;
    } else if (code === 0x5c) {
      if (pendingBackslashes === 0) pendingStart = start;
      pendingBackslashes |= isRaw ? rawBackslash : undoneBackslash;
    } else if (isRaw && pendingBackslashes !== 0 && (code === 0x6e || code === 0x72 || code === 0x74)) {
      foundBreak = true;
      if (reading === 'blank') {
        joinsNext = 0;
        pendingBackslashes = 0;
      } else {
        push(code, start, end);
      }
    } else {
      push(code, start, end);
      if (reading !== 'plain') reduce(code, end);
    }
  }

  function push(code: number, start: number, end: number): void {
    codes[size] = code;
    starts[size] = start;
    backslashStarts[size] = pendingBackslashes === 0 ? start : pendingStart;
    ends[size] = end;
    backslashes[size] = pendingBackslashes;
    isJoined[size] = joinsNext;
    size += 1;
    pendingBackslashes = 0;
    joinsNext = 1;
  }

  /** Replaces the escape that ends with the last character. */
  function reduce(last: number, end: number): void {
    if (isHexadecimal(last)) {
      if (size < 3 || !isHexadecimal(codes[size - 2] ?? 0)) return;
      const first = codes[size - 3];
      if (first === 0x25) replaceByPair(size - 3, end, false);
      else if (first === 0x78 && backslashes[size - 3] !== 0) replaceByPair(size - 3, end, true);
      else if (first === 0x30 && codes[size - 4] === 0x30 && codes[size - 5] === 0x75) {
        if (backslashes[size - 5] !== 0) replaceByPair(size - 5, end, true);
      }
    } else if (last === 0x7d) {
      reduceCodePoint(end);
    } else if (last === 0x3b) {
      reduceEntity(size - 1, end);
    }
  }

  /** Decodes the last two characters as a hexadecimal number. */
  function replaceByPair(from: number, end: number, usesBackslash: boolean): void {
    if (!isRow(from)) return;
    const code = toDigit(codes[size - 2] ?? 0) * 16 + toDigit(codes[size - 1] ?? 0);
    replace(from, code, end, usesBackslash);
  }

  /** `\u{65}`, whose last character is the brace. */
  function reduceCodePoint(end: number): void {
    let from = size - 2;
    while (from > 0 && from > size - longestEscape && isHexadecimal(codes[from] ?? 0)) from -= 1;
    const isEscape = codes[from] === 0x7b && codes[from - 1] === 0x75 && backslashes[from - 1] !== 0;
    if (!isEscape || !isRow(from - 1)) return;
    const code = Number.parseInt(codes.toString('latin1', from + 1, size - 1), 16);
    if (code <= 0xff) replace(from - 1, code, end, true);
  }

  /** `&amp;`, `&#65;` and `&#x41;`; `to` is the end of its name or number. */
  function reduceEntity(to: number, end: number): void {
    let from = to - 1;
    while (from >= 0 && from > to - longestEscape && isPartOfEntity(codes[from] ?? 0)) from -= 1;
    if (codes[from] !== 0x26 || !isRow(from)) return;
    const code = toEntity(codes.toString('latin1', from + 1, to));
    const needsSemicolon = codes[from + 1] !== 0x23 || (ends[from] ?? 0) - (starts[from] ?? 0) > 1;
    if (code !== null && !(to === size && needsSemicolon)) replace(from, code, end, false);
  }

  /** Whether there are no blanks and no backslashes between the characters from this position on. */
  function isRow(from: number): boolean {
    if (from < 0) return false;
    for (let index = from + 1; index < size; index += 1) {
      if (isJoined[index] === 0 || backslashes[index] !== 0) return false;
    }
    return true;
  }

  function replace(from: number, code: number, end: number, usesBackslash: boolean): void {
    foundEscape = true;
    const before = backslashes[from] ?? 0;
    const used = before & rawBackslash ? rawBackslash : undoneBackslash;
    pendingBackslashes = usesBackslash ? before & ~used : before;
    pendingStart = backslashStarts[from] ?? 0;
    joinsNext = isJoined[from] ?? 0;
    size = from;
    add(toLowerCase(code), pendingStart, end, false);
  }

  /**
   * A numeric entity needs no semicolon if the next character cannot belong to it. If its ampersand was escaped, the
   * next character may begin the escape of a semicolon.
   */
  function closeEntity(): void {
    const last = codes[size - 1] ?? 0;
    if (size < 4 || reading === 'plain' || !isHexadecimal(last) || joinsNext === 0) return;
    if (pendingBackslashes === 0) reduceEntity(size, ends[size - 1] ?? 0);
  }

  return {
    read(bytes, from) {
      for (let index = 0; index < bytes.length; index += 1) {
        const byte = bytes[index] ?? 0;
        if (byte !== 0 && byte !== 0x3b && !isPartOfEntity(byte)) closeEntity();
        add(toLowerCase(byte), from + index, from + index + 1, true);
      }
    },
    finish: closeEntity,
    characters: () => codes.subarray(0, size),
    placeOf(index, length) {
      const isPlain = isWord(codes[index] ?? 0);
      return [(isPlain ? starts[index] : backslashStarts[index]) ?? 0, ends[index + length - 1] ?? 0];
    },
    keepLast(count) {
      const dropped = size - count;
      if (dropped <= 0) return;
      for (const list of [codes, starts, backslashStarts, ends, backslashes, isJoined]) {
        list.copyWithin(0, dropped, size);
      }
      size = count;
    },
    hasBreaks: () => foundBreak,
    hasEscapes: () => foundEscape,
  };
}

function isBlank(code: number): boolean {
  return (code >= 0x09 && code <= 0x0d) || code === 0x20 || code === 0xa0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHexadecimal(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66);
}

function toDigit(code: number): number {
  return isDigit(code) ? code - 0x30 : code - 0x57;
}

/** No format escapes these characters with a backslash alone. */
function isWord(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}

function isPartOfEntity(code: number): boolean {
  return isWord(toLowerCase(code)) || code === 0x23;
}

function toLowerCase(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

function toEntity(name: string): number | null {
  const [, hexadecimal, decimal] = /^#(?:x0*([\da-f]{1,2})|0*(\d{1,3}))$/.exec(name) ?? [];
  const code =
    hexadecimal === undefined ? Number(decimal ?? entities[name]) : Number.parseInt(hexadecimal, 16);
  return code <= 0xff ? code : null;
}
