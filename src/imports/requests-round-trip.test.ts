import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { holdsExpression, isPlaceholder } from '../text/placeholders.ts';
import { readPastedText } from './read-pasted-text.ts';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJ4IjoxfQ.c2ln';
const url = 'https://platform.adobe.io/data/foundation/flowservice/connections';
const headers: readonly (readonly [name: string, value: string])[] = [
  ['Authorization', `Bearer ${token}`],
  ['x-api-key', 'key'],
  ['x-gw-ims-org-id', '0123456789ABCDEF01234567@AdobeOrg'],
  ['x-sandbox-name', 'prod'],
];
const params = (password: string) => ({
  host: 'c.azurehdinsight.net',
  username: 'admin',
  password,
  port: 443,
  httpPath: '/hbasephoenix0',
  enableSsl: true,
});
const connection = (password: string) => ({
  name: 'Sales',
  auth: { specName: 'Basic Authentication', params: params(password) },
  connectionSpec: { id: phoenix.connectionSpec.id, version: '1.0' },
});
const body = (password: string): string => JSON.stringify(connection(password));

const inBash = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
const inBashDouble = (text: string): string => `"${text.replaceAll(/[\\"$`]/g, String.raw`\$&`)}"`;
/** Escapes as Chromium does for Windows' command prompt. */
const inPrompt = (text: string): string =>
  `^"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll(/[^ -~]/g, ' ')
    .replaceAll(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/gu, '^$&')}^"`;
const inPowershell = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const inPowershellDouble = (text: string): string =>
  `"${text.replaceAll(/[`"$]/g, '`$&').replaceAll('\n', '`n')}"`;
const inPython = (text: string): string => `'${escape(text, "'")}'`;
const escape = (text: string, quote: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n');
const options = (quote: (text: string) => string, newLine: string, option: string): string =>
  headers.map(([name, value]) => `${option}${quote(`${name}: ${value}`)}`).join(newLine);
const toPython = (value: unknown): string => {
  if (typeof value === 'string') return inPython(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${inPython(key)}: ${toPython(inner)}`)
    .join(', ')}}`;
};
const toHashtable = (value: unknown): string => {
  if (typeof value === 'string') return inPowershell(value);
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value !== 'object' || value === null) return String(value);
  return `@{\n${Object.entries(value)
    .map(([key, inner]) => `  ${inPowershell(key)} = ${toHashtable(inner)}`)
    .join('\n')}\n}`;
};

/** Each client, as people and generators write it. */
const clients: Readonly<Record<string, (password: string) => string>> = {
  'curl for bash': (password) =>
    `curl -X POST ${inBash(url)} \\\n  ${options(inBash, ' \\\n  ', '-H ')} \\\n  -d ${inBash(body(password))}`,
  'curl for bash, without backslashes': (password) =>
    `$ curl --location ${inBashDouble(url)}\n  ${options(inBashDouble, '\n  ', '--header ')}\n  --data-raw ${inBashDouble(body(password))}`,
  'curl for bash, with a here-document': (password) =>
    `curl ${url} ${options(inBash, ' ', '-H')} -d @- <<'EOF'\n${body(password)}\nEOF\n`,
  'curl for the command prompt': (password) =>
    `curl ^"${url}^" ^\r\n  ${options(inPrompt, ' ^\r\n  ', '-H ')} ^\r\n  --data-raw ${inPrompt(body(password))}`,
  PowerShell: (password) =>
    `$headers = @{\n${headers.map(([name, value]) => `  ${inPowershell(name)} = ${inPowershell(value)}`).join('\n')}\n}\n$body = ${inPowershell(body(password))}\n$response = Invoke-RestMethod -Uri ${inPowershell(url)} -Method Post -Headers $headers -Body $body -ContentType 'application/json'`,
  'PowerShell, double quotes': (password) =>
    `Invoke-WebRequest -UseBasicParsing -Uri "${url}" \`\n-Method "POST" \`\n-Headers @{\n${headers.map(([name, value]) => `  "${name}"=${inPowershellDouble(value)}`).join('\n')}\n} \`\n-Body ${inPowershellDouble(body(password))}`,
  'PowerShell, hashtables': (password) =>
    `$body = ${toHashtable(connection(password))} | ConvertTo-Json -Depth 5\nInvoke-RestMethod '${url}' -Method 'POST' -Headers ${toHashtable(Object.fromEntries(headers))} -Body $body`,
  HTTPie: (password) =>
    `http POST ${url} ${headers.map(([name, value]) => inBash(`${name}:${value}`)).join(' ')} name=Sales ${Object.entries(
      params(password),
    )
      .map(([name, value]) =>
        // HTTPie reads a second separator as part of the first.
        typeof value === 'string' && !/^[=@]/.test(value)
          ? inBash(`auth[params][${name}]=${value}`)
          : inBash(`auth[params][${name}]:=${JSON.stringify(value)}`),
      )
      .join(' ')}`,
  'HTTPie, piped': (password) =>
    `printf ${inBash(body(password))}| http  --follow --timeout 3600 POST ${inBash(url)} \\\n ${headers.map(([name, value]) => ` ${name}:${inBash(value)}`).join(' \\\n')}`,
  wget: (password) =>
    `wget --method POST --timeout=0 \\\n  ${options(inBash, ' \\\n  ', '--header ')} \\\n  --body-data ${inBash(body(password))} \\\n  ${inBash(url)}`,
  'Python requests, JSON': (password) =>
    `import requests\n\nheaders = ${toPython(Object.fromEntries(headers))}\nresponse = requests.post(\n    ${inPython(url)},\n    headers=headers,\n    json=${toPython(connection(password))},\n)\nprint(response.json())`,
  'Python requests, text': (password) =>
    `import requests\nimport json\nurl = "${url}"\npayload = json.dumps(${toPython(connection(password))})\nheaders = ${toPython(Object.fromEntries(headers))}\nresponse = requests.request("POST", url, headers=headers, data=payload)`,
  '.http file': (password) =>
    `### Create\nPOST ${url} HTTP/1.1\n${headers.map(([name, value]) => `${name}: ${value}`).join('\n')}\nContent-Type: application/json\n\n${JSON.stringify(connection(password), null, 2)}\n\n###\nGET ${url}\n`,
};

const passwords = fc.string({
  unit: fc.constantFrom(
    ...Array.from('\'"$`%\\;&|<>(){}[]!#^@:=,?* \n\t~-_aZ09'),
    '\u00E9',
    '\u{1F511}',
    '\u201C',
    '\u00A0',
    '$(x)',
    '%PATH%',
    "''",
    '\\n',
  ),
  minLength: 1,
  maxLength: 12,
});
const runs = Number(process.env['SOAK_RUNS'] ?? 60);

function complain(text: string, password: string): string | null {
  const result = readPastedText(text, phoenix);
  if (result.kind === 'refused') return `Refused: ${result.reason}`;
  const { params: { password: found, ...others } = {}, ...caller } = result.found;
  const wanted = {
    name: 'Sales',
    apiKey: 'key',
    accessToken: token,
    organizationId: '0123456789ABCDEF01234567@AdobeOrg',
    sandbox: 'prod',
    host: 'c.azurehdinsight.net',
    username: 'admin',
    port: '443',
    httpPath: '/hbasephoenix0',
    enableSsl: true,
  };
  const told = [...result.notes, ...result.placeholders];
  const isSaid = told.some((one) => /password/i.test(one));
  if (found === undefined && !isSaid) return 'Nothing says that the password was left out.';
  if (found !== undefined && found !== password) return `The password became ${JSON.stringify(found)}.`;
  const isTemplate = isPlaceholder(password) || holdsExpression(password, 'secret');
  if (isTemplate && found !== undefined) return 'A template became a password.';
  const given: Record<string, unknown> = { ...caller, ...others };
  const lost = Object.entries(wanted).filter(
    ([name, value]) =>
      given[name] !== value && !told.some((one) => one.toLowerCase().includes(name.toLowerCase().slice(-4))),
  );
  return lost.length > 0 ? `Lost: ${JSON.stringify(lost)}, notes ${JSON.stringify(told)}` : null;
}

describe('a request of any client is read right, or its password is left out with a word', () => {
  test.each(Object.entries(clients))('%s', (name, write) => {
    const property = fc.property(passwords, (password) => {
      // A here-document ends at its own mark, and a command prompt cannot hold a line break.
      fc.pre(!/prompt/.test(name) || !/[^ -~]/.test(password));
      const complaint = complain(write(password), password);
      if (complaint !== null) throw new Error(complaint);
    });
    expect(fc.defaultReportMessage(fc.check(property, { numRuns: runs, seed: 20_261_127 }))).toBeUndefined();
  });

  test.each(Object.entries(clients))('%s: a plain password is read', (_, write) => {
    expect(readPastedText(write('Secret-1'), phoenix)).toHaveProperty('found.params.password', 'Secret-1');
  });
});
