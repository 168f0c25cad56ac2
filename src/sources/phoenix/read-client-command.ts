import { shellWords } from '../../text/shell/shell-words.ts';
import type { Address, ParamFinding, Refusal } from '../overlay.ts';
import { authenticationNotes } from './read-server-url.ts';

/** `psql` without an ending is the client of another database. */
const command =
  /^(?:\S*[/\\])?(?:(?:phoenix-)?sqlline(?:-thin)?(?:\.py|\.sh|\.bat)?|phoenix-psql|psql\.py)(?=\s)|^!connect\s|^java\s.*sqlline\.SqlLine\s/i;
const options: ReadonlyMap<string, string> = new Map([
  ['-u', 'url'],
  ['-n', 'username'],
  ['-p', 'password'],
  ['-au', 'username'],
  ['--auth-user', 'username'],
  ['-ap', 'password'],
  ['--auth-password', 'password'],
  ['-a', 'authentication'],
  ['--authentication', 'authentication'],
  ...[
    '-d -s --serialization -e -f -r --run --truststore --truststore-password --principal --keytab -t -tp -k -jar -cp -c --color -fc --fastconnect -v --verbose'
      .split(' ')
      .map((name): [string, string] => [name, 'other']),
  ].flat(),
]);

/** Reads a command of sqlline or of its thin variant, or its `!connect url user password`. Null for other text. */
export function readClientCommand(
  text: string,
  readAddress: (url: string) => Address | Refusal | null,
): Address | Refusal | null {
  const start = command.exec(text)?.[0];
  if (start === undefined) return null;
  const isThin = /-thin/i.test(start);
  const isPrompt = start.startsWith('!');
  const words = shellWords(text.slice(start.length));
  if (words === null) return null;
  const values = new Map<string, string>();
  const operands: string[] = [];
  const ignored: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const [, name = '', attached] = /^(--?[A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(words[index] ?? '') ?? [];
    const meaning = options.get(name);
    if (name === '') operands.push(words[index] ?? '');
    else {
      if (meaning !== undefined && attached === undefined) index += 1;
      if (meaning === undefined || meaning === 'other') ignored.push(name.replace(/^-+/, ''));
      else values.set(meaning, attached ?? words[index] ?? '');
    }
  }
  const url = values.get('url') ?? operands[0] ?? '';
  if (isPrompt && operands[1] !== undefined) values.set('username', operands[1]);
  if (isPrompt && operands[2] !== undefined) values.set('password', operands[2]);
  const address = readAddress(
    isThin || /^(?:jdbc|https?):/i.test(url) ? toUrl(url, isThin) : `jdbc:phoenix:${url}`,
  );
  if (address === null || address.kind === 'refused') return address;
  const signIn = (['username', 'password'] as const).flatMap((param): ParamFinding[] => {
    const value = values.get(param);
    // sqlline's own scripts pass the word none.
    return value === undefined || value === 'none' ? [] : [{ param, key: param, value, isQuoted: true }];
  });
  const replaced = new Set<string>(signIn.map(({ param }) => param));
  const rest = isPrompt ? [] : operands.slice(values.has('url') ? 0 : 1);
  return {
    ...address,
    label: isPrompt ? 'Command of sqlline' : 'sqlline command',
    isSure: true,
    findings: [...address.findings.filter(({ param }) => !replaced.has(param)), ...signIn],
    unknownKeys: [...address.unknownKeys, ...ignored],
    notes: [
      ...address.notes,
      ...authenticationNotes(values.get('authentication')),
      ...(rest.length > 0 ? ['Other parts of the command were skipped.'] : []),
    ],
  };
}

/** The thin client adds the scheme and always the port. */
function toUrl(url: string, isThin: boolean): string {
  if (!isThin || /^jdbc:/i.test(url)) return url;
  const [, scheme = 'http://', authority = '', rest = ''] = /^(https?:\/\/)?([^/?#]*)(.*)$/is.exec(url) ?? [];
  return `${scheme}${authority}${/:\d+$/.test(authority) ? '' : ':8765'}${rest}`;
}
