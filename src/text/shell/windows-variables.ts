/** A text without the statements that set variables for Windows, whose values are put in. */
export interface WithoutVariables {
  readonly text: string;
  readonly variables: ReadonlyMap<string, string>;
}

const prompt = String.raw`^[ \t]*(?:(?:PS )?[A-Za-z]:[^>\n]*>)?[ \t]*@?`;
const end = String.raw`[ \t]*(?:&&?[ \t]*|;[ \t]*|$)`;

/** `set NAME=value` and `set "NAME=value"` of the command prompt, and `setx NAME value`. */
const ofPrompt = new RegExp(
  String.raw`${prompt}(?:set[ \t]+(?:"([A-Za-z_]\w*)=([^"\n]*)"|([A-Za-z_]\w*)=([^&|\n]*?))|setx[ \t]+([A-Za-z_]\w*)[ \t]+(?:"([^"\n]*)"|([^\s"&|]+)))${end}`,
  'gim',
);
/** `$env:NAME = "value"` and `$NAME = 'value'` of PowerShell. */
const ofPowershell = new RegExp(
  String.raw`${prompt}\$(?:env:)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:'([^'\n]*)'|"([^"\n${'`'}$]*)")${end}`,
  'gim',
);

/** Takes the variables that a text sets for the command prompt or for PowerShell, and replaces their names by them. */
export function takeWindowsVariables(text: string): WithoutVariables {
  const variables = new Map<string, string>();
  let rest = text;
  let before = '';
  // Once a statement is removed, the next one of its line is at the beginning.
  while (rest !== before) {
    before = rest;
    rest = before
      .replace(ofPrompt, (_, ...found: (string | undefined)[]) => {
        const [quotedName, quoted, bareName, bare, lastingName, lastingQuoted, lasting] = found;
        const name = quotedName ?? bareName ?? lastingName ?? '';
        variables.set(name, quoted ?? bare ?? lastingQuoted ?? lasting ?? '');
        return '';
      })
      .replace(ofPowershell, (_, name: string, single?: string, double?: string) => {
        variables.set(name, single ?? double ?? '');
        return '';
      });
  }
  return variables.size === 0 ? { text, variables } : { text: putIn(rest, variables), variables };
}

/** Windows ignores the case of a variable. A value with a sign of the shell would change how the command is read. */
function putIn(text: string, variables: ReadonlyMap<string, string>): string {
  const plain = new Map(
    [...variables].flatMap(([name, value]) =>
      /^[\w.@:/+=~-]+$/.test(value) ? [[name.toLowerCase(), value] as const] : [],
    ),
  );
  return text.replaceAll(
    /%([A-Za-z_]\w*)%|\$\{(?:env:)?([A-Za-z_]\w*)\}|\$(?:env:)?([A-Za-z_]\w*)/gi,
    (whole, percent?: string, braced?: string, bare?: string) =>
      plain.get((percent ?? braced ?? bare ?? '').toLowerCase()) ?? whole,
  );
}
