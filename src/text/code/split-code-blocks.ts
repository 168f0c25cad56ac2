/** The code blocks of a text in Markdown, and the text around them. */
interface CodeBlocks {
  readonly blocks: readonly string[];
  readonly outside: string;
}

/** A line that begins a code block, or one that ends it: its fence is as long or longer, and nothing follows. */
const openingLine = /^[ \t]*(`{3,}|~{3,})/;
const closingLine = /^[ \t]*(`{3,}|~{3,})[ \t]*$/;

/** Splits a text at its code fences (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). An open fence is text. */
export function splitCodeBlocks(text: string): CodeBlocks {
  const lines = text.split('\n');
  const closing = lines.flatMap((line, place) => {
    const fence = closingLine.exec(line)?.[1];
    return fence === undefined ? [] : [{ place, fence }];
  });
  const blocks: string[] = [];
  const outside: string[] = [];
  let next = 0;
  // A fence that nothing closes is not searched again, so that the time grows only with the length of the text.
  const unclosed = new Set<string>();
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place] ?? '';
    const fence = openingLine.exec(line)?.[1];
    while ((closing[next]?.place ?? Infinity) <= place) next += 1;
    const isOpen = fence !== undefined && !unclosed.has(fence);
    const end = isOpen ? findEnd(closing, next, fence) : undefined;
    if (end === undefined) {
      if (fence !== undefined) unclosed.add(fence);
      outside.push(line);
    } else {
      blocks.push(
        lines
          .slice(place + 1, end)
          .map((one) => `${one}\n`)
          .join(''),
      );
      place = end;
    }
  }
  return { blocks, outside: outside.join('\n') };
}

/** The place of the first line that ends a block with this fence. */
function findEnd(
  closing: readonly { readonly place: number; readonly fence: string }[],
  from: number,
  opened: string,
): number | undefined {
  for (let index = from; index < closing.length; index += 1) {
    const one = closing[index];
    if (one?.fence.startsWith(opened) === true) return one.place;
  }
  return undefined;
}
