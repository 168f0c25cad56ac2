const named: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  E: '\u001B',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** First adjacent escapes for bytes beyond ASCII, then any other escape. */
const escapes =
  /((?:\\x[89a-fA-F][0-9a-fA-F]|\\[23][0-7]{2})+)|\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|([\s\S]))/g;

/** Decodes the content of bash's `$'...'`. Browsers use this form when they copy a request as curl. */
export function decodeAnsiC(content: string): string {
  return content.replace(
    escapes,
    (
      match: string,
      bytes?: string,
      hex?: string,
      unit?: string,
      point?: string,
      octal?: string,
      other?: string,
    ) => {
      if (bytes !== undefined) return decodeBytes(bytes);
      const digits = hex ?? unit ?? point;
      // Chromium writes an emoji as two UTF-16 code units. They form one character again here.
      if (digits !== undefined) return fromCode(Number.parseInt(digits, 16), match);
      if (octal !== undefined) return fromCode(Number.parseInt(octal, 8), match);
      return named[other ?? ''] ?? other ?? '';
    },
  );
}

function fromCode(code: number, otherwise: string): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : otherwise;
}

/** Decodes bytes as UTF-8, like bash. Firefox writes `\xe9` for the character U+00E9 instead, which is not UTF-8. */
function decodeBytes(escaped: string): string {
  const codes = (escaped.match(/\\(?:x..|...)/g) ?? []).map((escape) =>
    escape.startsWith('\\x') ? Number.parseInt(escape.slice(2), 16) : Number.parseInt(escape.slice(1), 8),
  );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return String.fromCodePoint(...codes);
  }
}
