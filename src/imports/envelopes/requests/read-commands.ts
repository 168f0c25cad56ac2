import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { cmdCommands, isForCmd } from '../../../text/shell/cmd-commands.ts';
import { powershellCommands } from '../../../text/shell/powershell-commands.ts';
import { type ShellCommand, type ShellScript, readShellScript } from '../../../text/shell/shell-commands.ts';
import { takeWindowsVariables } from '../../../text/shell/windows-variables.ts';
import type { ImportKind } from '../../import-result.ts';
import { readSettings } from '../../read-settings.ts';
import type { Setting } from '../../setting-names.ts';
import { type Finding, type ReadingResult, isNothing, joinFindings } from '../../reading.ts';
import type { HttpRequest } from './http-request.ts';
import { readRequests } from './read-request.ts';
import { toCurlExtras, toCurlRequest } from './to-curl-request.ts';
import { toHttpieRequest } from './to-httpie-request.ts';
import { toWgetRequest } from './to-wget-request.ts';

interface Client {
  readonly kind: ImportKind;
  readonly label: string;
  readonly toRequest: (words: readonly string[], input: string | null) => HttpRequest;
}

const curl: Client = {
  kind: 'curl',
  label: 'curl command',
  toRequest: (words, input) => ({ ...toCurlExtras(words), ...toCurlRequest(words, input) }),
};
const httpie: Client = { kind: 'httpie', label: 'HTTPie command', toRequest: toHttpieRequest };
const wget: Client = { kind: 'wget', label: 'wget command', toRequest: toWgetRequest };

const clients: ReadonlyMap<string, Client> = new Map([
  ['curl', curl],
  ['http', httpie],
  ['https', httpie],
  ['xh', httpie],
  ['xhs', httpie],
  ['wget', wget],
]);

const setting = String.raw`[A-Za-z_]\w*=(?:'[^'\n]*'|"[^"\n]*"|[^\s'";|&]{0,4096})[ \t]+`;
/** A client at the start of a line or of a command, also after variables that are set for it only. */
const clientStart = new RegExp(
  String.raw`(?:^|[\n;|&(])[ \t]*(?:sudo[ \t]+|time[ \t]+|${setting}){0,20}(?:curl|wget|https?(?=[ \t]+(?:[A-Z]+|-|'|"|\$|:|https?:|[\w.-]+[/.:]))|xhs?)(?:\.exe)?[ \t\u00A0\\${'`'}^]`,
  'i',
);
const unreadNote = 'Other commands and text were skipped. Only requests and variables were read.';

/** Reads the commands of curl, HTTPie and wget in a text, for bash, for PowerShell or for Windows' command prompt. */
export function readCommands(pasted: string, source: Source, chosen: number): ReadingResult {
  const { text, variables: ofWindows } = takeWindowsVariables(pasted);
  if (!clientStart.test(text)) return null;
  const script = readForWindows(text) ?? readScript(text);
  const found = script.commands.flatMap((command) => toClient(command) ?? []);
  const [first] = found;
  if (first === undefined) {
    return refuse(
      clients.get(/curl|wget/i.exec(text)?.[0].toLowerCase() ?? 'http')?.label ?? curl.label,
      'This command ends within quotes. Copy the whole command.',
    );
  }
  const requests = found.map(({ client, words, input, inputIsInFile }) => {
    const request = client.toRequest(words, input);
    return { ...request, bodyIsInFile: request.bodyIsInFile || (inputIsInFile && request.body === null) };
  });
  const variables = readSettings(usedSettings(new Map([...ofWindows, ...script.variables])), source);
  const all = joinFindings([
    readRequests(requests, source, chosen),
    ...(isNothing(variables) ? [] : [variables]),
  ]);
  const others = script.commands.filter((command) => toClient(command) === null && !isKnown(command));
  const hasRest = script.isPartial || others.length > 0;
  return toResult(first.client, {
    ...all,
    findings: all.findings.map(script.doubt),
    notes: hasRest ? [...all.notes, unreadNote] : all.notes,
  });
}

/** The commands of a text, and how they were read. */
interface Script extends Pick<ShellScript, 'commands' | 'variables'> {
  /** Whether some of the text was left out. */
  readonly isPartial: boolean;
  /** Marks a value that may differ from the original. */
  readonly doubt: (finding: Finding) => Finding;
}

function toResult({ kind, label }: Client, all: ReturnType<typeof joinFindings>): ReadingResult {
  if (all.findings.length === 0) {
    const [reason] = all.notes;
    return refuse(
      label,
      reason ??
        'This command has no values to import: no Adobe headers and no connection. Paste a request to Adobe.',
    );
  }
  return { kind, ...all };
}

/** Windows' command prompt and PowerShell quote in other ways. null when the text is for another shell. */
function readForWindows(text: string): Script | null {
  const start = /(?:^|\n)[ \t]*(?=(?:curl|wget)(?:\.exe)?\s)/i.exec(text);
  if (start === null) return null;
  const code = text.slice(start.index + start[0].length);
  const isPrompt = isForCmd(code);
  if (!isPrompt && !isForPowershell(code)) return null;
  const { commands, isCut } = isPrompt ? cmdCommands(code) : powershellCommands(code);
  const before = withoutComments(text.slice(0, start.index));
  return {
    commands: commands.map((words) => ({ words, input: null, inputIsInFile: false })),
    variables: new Map(),
    isPartial: isCut || before !== '',
    doubt: isPrompt ? doubtOnWindows(code) : (finding) => finding,
  };
}

/** PowerShell continues lines with a backtick, escapes quotes with it, and doubles single quotes. */
function isForPowershell(command: string): boolean {
  return (
    /`[ \t]*\n|"\{\s*(?:`n)?\s*`"[\w-]+`"|^curl\.exe\s[^\n]*''\w/i.test(command) &&
    !/\\[ \t]*\n/.test(command)
  );
}

/** A script, also when it is cut off after a request, or when a word processor changed its quotes. */
function readScript(text: string): Script {
  const start = text.search(
    /(?:^|\n)[ \t]*(?:export[ \t]|set[ \t]+-|:[ \t]+['"$]|[A-Za-z_]\w*=|echo[ \t]|printf[ \t]|sudo[ \t]|time[ \t]|curl|wget|https?[ \t]|xhs?[ \t])/i,
  );
  const skipped = withoutComments(text.slice(0, Math.max(start, 0)));
  const code = text.slice(Math.max(start, 0));
  const direct = readShellScript(code);
  const isCurly = direct.commands.some(({ words }) =>
    words.some((word) => /^(?:-{0,2}[\w-]*=?)[\u2018-\u201F]/.test(word)),
  );
  const script = isCurly ? readShellScript(straighten(code)) : direct;
  const isRepaired = isCurly || /[\u00A0\u2013\u2014]/.test(code);
  return {
    ...script,
    isPartial: script.isCut || skipped !== '',
    doubt: isRepaired ? doubtQuotes : (finding) => finding,
  };
}

/** A text without comment lines of shells, programs and Windows' command prompt. */
function withoutComments(text: string): string {
  return text.replaceAll(/^[ \t]*(?:#|\/\/|::|rem\b)[^\n]*$/gim, '').trim();
}

function straighten(text: string): string {
  return text.replaceAll(/[\u201C-\u201F]/g, '"').replaceAll(/[\u2018-\u201B]/g, "'");
}

/** A word processor also changes quotes and blanks in a password. */
function doubtQuotes(finding: Finding): Finding {
  const { value } = finding;
  return typeof value === 'string' && /['"\u00A0\u2013\u2014]/.test(value)
    ? { ...finding, uncertain: true }
    : finding;
}

/** The client of a command, behind variables and `sudo`; null when it is another program. */
function toClient({ words, ...command }: ShellCommand) {
  const start = words.findIndex((word) => !/^(?:[A-Za-z_]\w*=[\s\S]*|sudo|time)$/.test(word));
  const name = (words[start] ?? '')
    .replace(/^.*[/\\]/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
  const client = start < 0 ? undefined : clients.get(name);
  if (client === undefined) return null;
  const dashed = words
    .slice(start + 1)
    .map((word) => word.replace(/^[\u2013\u2014](?=[A-Za-z]{2})/, '--').replace(/^[\u2013\u2014]/, '-'));
  return { ...command, client, words: dashed };
}

/** Variables and what feeds or prints a request are no loss. */
function isKnown({ words }: ShellCommand): boolean {
  return /^(?:[A-Za-z_]\w*=[\s\S]*|export|declare|local|readonly|set|:|echo|printf|cat|awk|jq|python3?|tee|convertfrom-json|rem|::|#[\s\S]*)$/i.test(
    words[0] ?? '',
  );
}

function usedSettings(variables: ReadonlyMap<string, string>): readonly Setting[] {
  return [...variables].map(([key, value]) => ({ key, value, isQuoted: true }));
}

/**
 * For Windows, browsers double every backslash, but curl halves only those before a quote. They also replace
 * characters that are not ASCII with spaces (Chromium's and Firefox's "Copy as cURL (cmd)"). A password with a
 * backslash or a space may therefore differ from the original.
 */
function doubtOnWindows(code: string): Script['doubt'] {
  const hasLoneBackslash = /\\(?![\\"])/.test(code.replaceAll(/\^([\s\S])/g, '$1'));
  return (finding) => {
    const hasBlank = typeof finding.value === 'string' && finding.value.includes(' ');
    return hasLoneBackslash || hasBlank ? { ...finding, uncertain: true } : finding;
  };
}
