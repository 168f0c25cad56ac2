import {
  type EscapeReading,
  type Unescaper,
  createUnescaper,
  longestEscape,
  readings,
} from './escaped-character.ts';

/** The replacement of a secret. It is plain ASCII, so that JSON, headers and UTF-8 stay valid. */
const mask = Buffer.from('********');

/** Shorter encodings of a secret would also match harmless text. */
const shortestEncoding = 12;

/**
 * The minimum length for secrets that consist mostly of escapes, because short remainders also match harmless text.
 */
const shortestRest = 8;

/** Bytes that are searched in one step. */
const stepSize = 32 * 1024;

/** The forms of a secret in a text whose escapes have been removed. */
export type SecretForms = readonly Buffer[];

/**
 * The forms in which a secret, printable ASCII without blanks, is removed from a text: unchanged, in Base64 (alone or
 * within a longer text, such as `Bearer <token>`, in both alphabets), and in hexadecimal. Each form is found in any
 * letter case, with any of its characters escaped for JSON, JavaScript, HTML or a URL, once or several times, and
 * with line breaks or the zero bytes of UTF-16 in between.
 */
export function toSecretForms(secret: string): SecretForms {
  const hexadecimal = Buffer.from(secret).toString('hex');
  const encodings = [hexadecimal, ...[0, 1, 2].flatMap((shift) => base64Cores(secret, shift))];
  const forms = [secret, ...encodings.filter(({ length }) => length >= shortestEncoding)];
  const unescaped = forms.flatMap((form) =>
    readings.map((reading) => {
      const unescaper = createUnescaper(form.length, reading);
      unescaper.read(Buffer.from(form), 0);
      unescaper.finish();
      return unescaper.characters().toString('latin1');
    }),
  );
  const telling = unescaped.filter(({ length }) => length >= Math.min(secret.length, shortestRest));
  return [...new Set(telling)].map((form) => Buffer.from(form, 'latin1'));
}

/**
 * The Base64 of a secret that begins `shift` bytes into a group of three, without the characters that depend on its
 * neighbors.
 */
function base64Cores(secret: string, shift: number): readonly string[] {
  const bytes = Buffer.from('\0'.repeat(shift) + secret);
  const start = Math.ceil((shift * 8) / 6);
  const end = Math.floor((bytes.length * 8) / 6);
  return (['base64', 'base64url'] as const).map((alphabet) => bytes.toString(alphabet).slice(start, end));
}

/**
 * Removes secrets from a text; returns the same bytes when it contains none. The generator yields after each step, so
 * that the caller can run other tasks in between.
 */
export function* eraseInSteps(
  text: Uint8Array<ArrayBuffer>,
  secrets: readonly SecretForms[],
): Generator<undefined, Uint8Array<ArrayBuffer>> {
  /** One byte for each byte of the text: 1 where a secret is. */
  let hidden: Buffer | null = null;
  const hide = (start: number, end: number) => {
    hidden ??= Buffer.alloc(text.length);
    hidden.fill(1, start, end);
  };
  const forms = secrets.flat();
  if (forms.length === 0) return text;
  const { hasBreaks, hasEscapes } = yield* find(text, forms, 'blank', hide);
  // Without escaped line breaks, the other readings have the same result.
  if (hasBreaks()) yield* find(text, forms, 'letter', hide);
  if (hasEscapes()) yield* find(text, forms, 'plain', hide);
  return hidden === null ? text : yield* coverHidden(text, hidden);
}

function* find(
  text: Uint8Array,
  forms: SecretForms,
  reading: EscapeReading,
  hide: (start: number, end: number) => void,
): Generator<undefined, Unescaper> {
  const kept = Math.max(0, ...forms.map(({ length }) => length)) + longestEscape;
  const unescaper = createUnescaper(kept + Math.min(stepSize, text.length), reading);
  for (let start = 0; start < text.length; start += stepSize) {
    unescaper.read(text.subarray(start, start + stepSize), start);
    if (start + stepSize >= text.length) unescaper.finish();
    const characters = unescaper.characters();
    for (const form of forms) {
      let at = characters.indexOf(form);
      while (at >= 0) {
        hide(...unescaper.placeOf(at, form.length));
        at = characters.indexOf(form, at + form.length);
      }
    }
    unescaper.keepLast(kept);
    yield;
  }
  return unescaper;
}

/** Replaces each sequence of hidden bytes with one mask. */
function* coverHidden(text: Uint8Array, hidden: Buffer): Generator<undefined, Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for (let start = 0; start < text.length; start += stepSize) {
    const parts: Uint8Array[] = [];
    const stepEnd = Math.min(start + stepSize, text.length);
    let from = start;
    while (from < stepEnd) {
      const isHidden = hidden[from] === 1;
      const length = hidden.subarray(from, stepEnd).indexOf(isHidden ? 0 : 1);
      const end = length < 0 ? stepEnd : from + length;
      if (!isHidden) parts.push(text.subarray(from, end));
      else if (from === 0 || hidden[from - 1] === 0) parts.push(mask);
      from = end;
    }
    pieces.push(Buffer.concat(parts));
    yield;
  }
  return Buffer.concat(pieces);
}
