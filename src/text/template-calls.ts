/** A part of an expression: a string with doubled quotes, a bracket, or other characters. */
const part = /'(?:[^']|'')*'|[()[\]{}]|[^'()[\]{}]+/y;
const callee = /[A-Za-z][\w.]*\(/y;
const accessor = /\??\.[A-Za-z_]\w*|\[(?:\d+|'[^']*')\]/y;

/**
 * The position after a function call and its accessors, as in `concat('a', variables('b')).c[0]`; -1 when there is
 * no whole call at the position. Azure Resource Manager and Data Factory share this grammar.
 */
export function endOfCall(text: string, start: number): number {
  callee.lastIndex = start;
  if (!callee.test(text)) return -1;
  let position = callee.lastIndex;
  let depth = 1;
  while (depth > 0) {
    part.lastIndex = position;
    const [found] = part.exec(text) ?? [];
    if (found === undefined) return -1;
    if (/^[([{]$/.test(found)) depth += 1;
    if (/^[)\]}]$/.test(found)) depth -= 1;
    position += found.length;
  }
  for (;;) {
    accessor.lastIndex = position;
    if (!accessor.test(text)) return position;
    position = accessor.lastIndex;
  }
}
