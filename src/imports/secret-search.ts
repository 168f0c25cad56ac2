/** Words that are not treated as a secret, even if somebody uses them as a password. */
const trivial = /^(?:.?|true|false|yes|no|none|null|password|secret|token)$/i;

/** The length of a secret that is searched for only as a separate word. */
const longestWord = 3;

/** The number of characters by which longer secrets are looked up. */
const startLength = longestWord + 1;

/**
 * Searches for any of the secrets in a text. A short secret occurs in many texts by chance. A secret of up to three
 * characters counts only as a separate word. A single character, and a word such as "password", would hide unrelated
 * text. The secrets are looked up, and not tried one after another, because an export has as many secrets as names, and
 * the time would grow with the square of its length.
 */
export function createSecretSearch(secrets: readonly string[]): (text: string) => boolean {
  const words = new Set<string>();
  /** By their first characters and by their length. */
  const longer = new Map<string, Map<number, Set<string>>>();
  for (const given of secrets) {
    const secret = given.trim();
    if (trivial.test(secret)) continue;
    if (secret.length <= longestWord) words.add(secret);
    else addTo(longer, secret);
  }
  return (text) => hasWord(text, words) || hasPart(text, longer);
}

function addTo(all: Map<string, Map<number, Set<string>>>, secret: string): void {
  const start = secret.slice(0, startLength);
  const alike = all.get(start) ?? new Map<number, Set<string>>();
  const sameLength = alike.get(secret.length) ?? new Set<string>();
  sameLength.add(secret);
  all.set(start, alike.set(secret.length, sameLength));
}

function hasWord(text: string, secrets: ReadonlySet<string>): boolean {
  if (secrets.size === 0) return false;
  const words = text.split(/[\s;,&|=:"']+/);
  return words.length > 1 && words.some((word) => secrets.has(word));
}

function hasPart(
  text: string,
  secrets: ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<string>>>,
): boolean {
  if (secrets.size === 0) return false;
  for (let place = 0; place + startLength <= text.length; place += 1) {
    const alike = secrets.get(text.slice(place, place + startLength));
    if (alike === undefined) continue;
    for (const [length, sameLength] of alike) {
      if (sameLength.has(text.slice(place, place + length))) return true;
    }
  }
  return false;
}
