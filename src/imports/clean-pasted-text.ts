import { splitCodeBlocks } from '../text/code/split-code-blocks.ts';

/** A text without what pages and terminals add to it. */
export interface CleanText {
  readonly text: string;
  /** Whether text outside code blocks was left out. */
  readonly isPartial: boolean;
}

/**
 * The prompt of a shell, of PowerShell, of Windows' command prompt, of Python or of a continued line, in front of a
 * command.
 */
const prompt =
  /^[ \t]*(?:PS(?: [A-Za-z]:[^>\n]*| ~?\/[^>\n]*)?> ?|[A-Za-z]:\\[^>\n]*>|\[[\w.-]+@[\w.-]+[^\]\n]*\][$#] |[\w.-]+@[\w.-]+:[^$#\n]*[$#] |>>>? (?=\S)|\.\.\. |[$%>] +(?=[\w./"'-])|\$(?=curl\s))/gm;

/** A prompt is removed in a text that does not start with one only in front of these, because a value may look like it. */
const command = /^(?:curl|https?|wget|printf|echo|export|sqlline|java|python|Invoke-|irm|iwr)/i;

/** One line in quotes, with the comma or semicolon that follows it in code. */
const quotedLine = /^(["'`])([^\n]*)\1[ \t]*[,;]?$/;

/** Characters that are not visible. A byte order mark is one of them. */
const invisible = String.raw`[\s\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]`;
const invisibleStart = new RegExp(`^${invisible}+`);

/** Removes line ends of Windows, code fences, prompts, and quotes around the only line. */
export function cleanPastedText(pasted: string): CleanText {
  const whole = pasted.replace(/\r\n?/g, '\n').replace(invisibleStart, '');
  const { blocks, outside } = splitCodeBlocks(whole);
  const text = withoutPrompts(blocks.length === 0 ? whole : blocks.join('\n')).replace(invisibleStart, '');
  const [, quote = '', content = ''] = quotedLine.exec(text.trimEnd()) ?? [];
  const isWhole = quote !== '' && !content.includes(quote);
  return { text: isWhole ? content : text, isPartial: blocks.length > 0 && outside.trim() !== '' };
}

function withoutPrompts(text: string): string {
  const first = text.split('\n').find((line) => !/^\s*(?:#.*)?$/.test(line)) ?? '';
  const isOfTerminal = first.search(prompt) === 0;
  return text.replaceAll(prompt, (found, place: number) =>
    isOfTerminal || command.test(text.slice(place + found.length)) ? '' : found,
  );
}
