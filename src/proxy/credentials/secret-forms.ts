import { endsOfCharacter, isPlain, toPattern } from './escaped-character.ts';

/** What stands where a secret stood: plain ASCII, so that JSON, a header and UTF-8 stay what they are. */
const mask = '********';

/** Characters that are looked for first, by one expression: those for a whole token do not compile. */
const headLength = 8;

/** Shorter encodings of a secret than this would be found in harmless text. */
const shortestEncoding = 12;

/**
 * Takes a secret, printable ASCII without blanks, out of a text: as it is, in Base64 (alone or within something
 * longer, such as `Bearer <token>`, in both alphabets), and in hexadecimal; in any case of letters; and each of
 * these with any of its characters escaped for JSON, JavaScript, HTML or a URL, once or several times, and with
 * line breaks or the zero bytes of UTF-16 in between.
 */
export function createEraser(secret: string): (text: string) => string {
  const erasers = [...formsOf(secret)].map(eraseForm);
  return (text) => erasers.reduce((left, erase) => erase(left), text);
}

function formsOf(secret: string): ReadonlySet<string> {
  const hexadecimal = Buffer.from(secret).toString('hex');
  const encodings = [hexadecimal, ...[0, 1, 2].flatMap((shift) => base64Cores(secret, shift))];
  return new Set([secret, ...encodings.filter(({ length }) => length >= shortestEncoding)]);
}

/** The Base64 of a secret that begins `shift` bytes into a group of three: what does not depend on its neighbours. */
function base64Cores(secret: string, shift: number): readonly string[] {
  const bytes = Buffer.from('\0'.repeat(shift) + secret);
  const start = Math.ceil((shift * 8) / 6);
  const end = Math.floor((bytes.length * 8) / 6);
  return (['base64', 'base64url'] as const).map((alphabet) => bytes.toString(alphabet).slice(start, end));
}

function eraseForm(form: string): (text: string) => string {
  const head = new RegExp(toPattern(form.slice(0, headLength)), 'gi');
  return (text) => {
    let left = '';
    let done = 0;
    head.lastIndex = 0;
    for (let found = head.exec(text); found; found = head.exec(text)) {
      const end = findEnd(text, found.index, form);
      if (end !== null) {
        left += text.slice(done, found.index) + mask;
        done = end;
      }
      head.lastIndex = Math.max(found.index + 1, done);
    }
    return left + text.slice(done);
  };
}

/** Where a form that begins at `start` ends in a text; null when something else is there. */
function findEnd(text: string, start: number, form: string): number | null {
  // By far the most frequent, and much faster.
  if (text.startsWith(form, start)) return start + form.length;
  // Several while it is open how a percent sign or a backslash is meant.
  let ends: readonly number[] = [start];
  let done = 0;
  while (done < form.length) {
    const [end = start, ...others] = ends;
    const same = others.length === 0 ? countSame(text, end, form, done) : 0;
    if (same > 0) {
      ends = [end + same];
      done += same;
    } else {
      const character = form.charAt(done);
      const next = ends.flatMap((from) => endsOfCharacter(text, from, character));
      ends = next.length > 1 ? [...new Set(next)] : next;
      done += 1;
    }
    if (ends.length === 0) return null;
  }
  return Math.max(...ends);
}

/** How many characters stand in a text from a place on as they do in a form, without any that an escape can begin with. */
function countSame(text: string, place: number, form: string, from: number): number {
  let same = 0;
  while (isPlain(form.charAt(from + same)) && text[place + same] === form[from + same]) same += 1;
  return same;
}
