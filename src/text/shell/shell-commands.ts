import { readShellCommand } from './shell-words.ts';

/** One command of a shell script. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** The text that it reads from its standard input; null when there is none, or when it is in a file. */
  readonly input: string | null;
  readonly inputIsInFile: boolean;
}

/** The commands of a script, and the variables that were set before the last one. */
export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  readonly variables: ReadonlyMap<string, string>;
  /** The script ends within a quotation. The commands before it were read. */
  readonly isCut: boolean;
}

const assignment = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const hereDocument = /<<(-?)[ \t]*(['"]?)([A-Za-z_]\w*)\2([^\n]*)\n/y;

/**
 * Reads the commands of a script as bash does, and puts in the values of variables that the script sets.
 */
export function readShellScript(text: string): ShellScript {
  const commands: ShellCommand[] = [];
  const variables = new Map<string, string>();
  let position = 0;
  let piped: string | null = null;
  while (position < text.length) {
    const command = readShellCommand(text, position, variables);
    if (command === null) return { commands, variables, isCut: true };
    let { end } = command;
    let input = piped;
    let inputIsInFile = false;
    const words = [...command.words];
    for (;;) {
      const document = readHereDocument(text, end);
      const redirect = document === null ? readRedirect(text, end, variables) : null;
      if (document === null && redirect === null) break;
      if (document !== null) {
        input = document.content;
        const rest = readShellCommand(document.rest, 0, variables);
        words.push(...(rest?.words ?? []));
      }
      if (redirect !== null) {
        if (redirect.kind === 'text') input = redirect.target;
        inputIsInFile ||= redirect.kind === 'file';
        words.push(...redirect.words);
      }
      end = document?.end ?? redirect?.end ?? end;
    }
    setVariables(words, variables);
    if (words.length > 0) commands.push({ words, input, inputIsInFile });
    const isPipe = text.charAt(end) === '|' && text.charAt(end + 1) !== '|';
    piped = isPipe ? echoed(words) : null;
    position = end + 1;
  }
  return { commands, variables, isCut: false };
}

function readHereDocument(text: string, start: number) {
  hereDocument.lastIndex = start;
  const [match, dash, , tag = '', rest = ''] = hereDocument.exec(text) ?? [];
  if (match === undefined) return null;
  const body = text.slice(start + match.length);
  const close = new RegExp(`^${dash === '-' ? '\\t*' : ''}${tag}[ \\t]*$`, 'm').exec(body);
  const content = close === null ? body : body.slice(0, close.index);
  const length = close === null ? body.length : close.index + close[0].length;
  return { content, rest, end: start + match.length + length };
}

/** `<<< text`, `< file` and `> file`. */
function readRedirect(text: string, start: number, variables: ReadonlyMap<string, string>) {
  const sign = /^(?:<<<|<|&?>>?&?)/.exec(text.slice(start, start + 4))?.[0];
  if (sign === undefined || text.startsWith('<(', start)) return null;
  const command = readShellCommand(text, start + sign.length, variables);
  if (command === null) return null;
  const [target = '', ...words] = command.words;
  const kind = sign === '<<<' ? 'text' : sign === '<' ? 'file' : 'output';
  return { kind, target, words, end: command.end };
}

/** The text that `echo` or `printf` passes on. */
function echoed(words: readonly string[]): string | null {
  if (!/^(?:echo|printf)$/.test(words[0] ?? '')) return null;
  return words
    .slice(1)
    .filter((word) => !/^-[neE]+$|^%s$/.test(word))
    .join(' ');
}

/** Assignments before a command, and those of `export`. */
function setVariables(words: readonly string[], variables: Map<string, string>): void {
  const isExport = /^(?:export|declare|local|readonly|set)$/.test(words[0] ?? '');
  for (const word of isExport ? words.slice(1) : words) {
    const [, name, value = ''] = assignment.exec(word) ?? [];
    if (name !== undefined) variables.set(name, value);
    else if (!isExport) return;
  }
}
