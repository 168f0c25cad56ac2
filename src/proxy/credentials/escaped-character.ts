/**
 * What may stand between two characters of a secret. Repetitions are bounded here and below, so that no text takes long
 * or more of the stack than there is; a row of single characters needs no bound.
 */
const gap = String.raw`[\s\0]*(?:(?:\\{1,8}[nrt]|%0[ad])[\s\0]*){0,20}`;
const gapExpression = new RegExp(gap, 'iy');

/** The characters that have names in HTML. */
const entities: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/** An expression for characters of printable ASCII in a row, each in all the ways in which it is written. */
export function toPattern(characters: string): string {
  return Array.from(characters, (character) => `(?:${waysToWrite(character).join('|')})`).join(gap);
}

/** Where a character can end that begins at `start`, or after a gap there. */
export function endsOfCharacter(text: string, start: number, character: string): readonly number[] {
  // Nothing else can be meant: no letter begins an escape.
  if (text[start] === character && isPlain(character)) return [start + 1];
  gapExpression.lastIndex = start;
  gapExpression.test(text);
  const starts = gapExpression.lastIndex === start ? [start] : [start, gapExpression.lastIndex];
  return starts.flatMap((from) =>
    expressionsFor(character).flatMap((expression) => {
      expression.lastIndex = from;
      return expression.test(text) ? [expression.lastIndex] : [];
    }),
  );
}

const expressions = new Map<string, readonly RegExp[]>();

function expressionsFor(character: string): readonly RegExp[] {
  const known = expressions.get(character);
  if (known) return known;
  const ways = waysToWrite(character);
  const made = (isEscape(character) ? ways : [ways.join('|')]).map((way) => new RegExp(way, 'iy'));
  expressions.set(character, made);
  return made;
}

/** Each of them has one length at a place of a text, and for most characters only one of them can be there. */
function waysToWrite(character: string): readonly string[] {
  const code = character.charCodeAt(0);
  const hexadecimal = code.toString(16);
  const entity = entities[character];
  const times = (most: number) => toQuantifiers(character, most);
  return [
    ...(isPlain(character) ? [character] : times(8).map((many) => `\\\\${many}\\x${hexadecimal}`)),
    ...times(4).map((many) => `%(?:25)${many}${hexadecimal}`),
    String.raw`\\{1,8}(?:u00|x)${hexadecimal}`,
    String.raw`\\{1,8}u\{0{0,6}${hexadecimal}\}`,
    `&(?:amp;){0,4}#(?:x0{0,6}${hexadecimal}|0{0,6}${code});?`,
    ...(entity === undefined ? [] : times(4).map((many) => `&(?:amp;)${many}${entity};`)),
  ];
}

/** How often an escape is escaped itself. Where the character is what escapes, how much belongs to it is open. */
function toQuantifiers(character: string, most: number): readonly string[] {
  return isEscape(character) ? Array.from({ length: most + 1 }, (_, many) => `{${many}}`) : [`{0,${most}}`];
}

function isEscape(character: string): boolean {
  return '%\\&'.includes(character);
}

/** Nothing escapes these with a backslash before them, and none of them begins an escape. */
export function isPlain(character: string): boolean {
  return /\w/.test(character);
}
