/** Characters that take no room on the screen: format characters, fillers, and variation selectors. */
const invisible = String.raw`\p{Cf}\p{Cc}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uFE00-\uFE0F`;
const edges = new RegExp(`^[\\s${invisible}]+|[\\s${invisible}]+$`, 'gu');
const inside = new RegExp(`[${invisible}]`, 'u');

/** Removes blanks and invisible characters at the edges, which are often copied with a text. */
export function cleanEdges(text: string): string {
  return text.replaceAll(edges, '');
}

/** The code of the first invisible character in a text, such as `U+200B`; null when there is none. */
export function findInvisible(text: string): string | null {
  const code = inside.exec(text)?.[0].codePointAt(0);
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
