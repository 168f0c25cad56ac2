import { describe, expect, test } from 'vitest';
import { type PastedShape, noClientSecret, readShape, toCase } from '../testing/pasted-shapes.ts';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJjbGllbnRfaWQiOiJrZXkifQ.c2ln';
const key = { apiKey: 'key' };
const both = { apiKey: 'key', sandbox: 'prod' };
const connection = { name: 'n', params: { host: 'h.example', port: '443', enableSsl: true } };
const body = '{"name":"n","auth":{"params":{"host":"h.example","port":443,"enableSsl":true}}}';
const otherText = 'Other commands and text were skipped. Only requests and variables were read.';
const someCode = 'Only the code blocks of the text were read.';
const cut = 'This command ends within quotes. Copy the whole command.';

const shapes: Readonly<Record<string, readonly PastedShape[]>> = {
  'curl as pages break it': [
    ["curl https://x\n  -H 'x-api-key: key'\n  -H 'x-sandbox-name: prod'", both, []],
    ["curl https://x \\ \n -H 'x-api-key: key' \\\t\n -H 'x-sandbox-name: prod'", both, []],
    ["curl https://x \\ -H 'x-api-key: key' \\ -H 'x-sandbox-name: prod'", both, []],
    ["curl\u00A0https://x\u00A0-H\u00A0'x-api-key:\u00A0key'", key, []],
    ["curl https://x\u3000-H 'x-api-key: key'", key, []],
    ['curl https://x -H \u201Cx-api-key: key\u201D -H \u2018x-sandbox-name: prod\u2019', both, []],
    ["curl https://x \u2013H 'x-api-key: key' \u2014header 'x-sandbox-name: prod'", both, []],
    ['curl.exe https://x `\n  -H "x-api-key: key" `\n  -H "x-sandbox-name: prod"', both, []],
    ['PS C:\\Users\\me> curl.exe https://x -H "x-api-key: key"', key, []],
    ['C:\\>curl https://x -H "x-api-key: key"', key, []],
    ["me@host:~/dir$ curl https://x -H 'x-api-key: key'", key, []],
    ["```bash\n$ curl https://x \\\n>  -H 'x-api-key: key'\n```", key, []],
    ["Run this:\n```\ncurl https://x -H 'x-api-key: key'\n```", key, [someCode]],
    ["curl https://x -H 'x-api-key: key'\ncurl https://y -H 'x-sandbox-name: prod'", both, []],
    ["curl https://x -H 'x-api-key: key' && rm file", key, [otherText]],
    ["Run:\ncurl https://x -H 'x-api-key: key'\nand don't stop", key, [otherText]],
    ["curl https://x -H 'x-api-key: key", null, [cut]],
    [`curl https://x -H 'Authorization: ${token}'`, { accessToken: token }, []],
    [`curl https://x -H 'Authorization: Basic dTpw' -H 'x-api-key: key'`, key, [], ['Authorization']],
    [`curl https://x --oauth2-bearer ${token}`, { accessToken: token }, []],
    [`curl https://x -u me:pass -H 'x-api-key: key'`, key, [], ['user']],
  ],
  'several commands for Windows': [
    [
      'curl ^"https://x^" ^\n  -H ^"x-api-key: key^" &\ncurl ^"https://y^" ^\n  -H ^"x-sandbox-name: prod^"',
      both,
      [],
    ],
    ['curl "https://x" -H "x-api-key: key"\ncurl "https://y" ^\n  -H "x-sandbox-name: prod"', both, []],
    [
      'C:\\>curl https://x ^\n  -H "x-api-key: key" | jq .\nC:\\>curl https://y ^\n  -H "x-sandbox-name: prod"',
      both,
      [],
    ],
    [
      `curl https://x ^\n  -H "x-api-key: key"\ncurl https://y ^\n  -d "${body.replaceAll('"', String.raw`\"`)}"`,
      { ...key, ...connection },
      [],
    ],
    ['curl https://x ^\n  -H "x-api-key: key"\ndel body.json', key, [otherText]],
    ['cd C:\\work\ncurl https://x ^\n  -H "x-api-key: key"', key, [otherText]],
    ['REM the sandboxes\ncurl https://x ^\n  -H "x-api-key: key"', key, []],
    ['curl https://x ^\n  -H "x-api-key: key"\ncurl https://y -H ^"x-sandbox', key, [otherText]],
    ['curl https://x ^\n  -H ^"x-api-key: key', null, [cut]],
    [
      'curl.exe https://x `\n  -H "x-api-key: key"\ncurl.exe https://y `\n  -H "x-sandbox-name: prod"',
      both,
      [],
    ],
    ['curl.exe https://x `\n  -H "x-api-key: key" | ConvertFrom-Json', key, []],
    ['curl.exe https://x `\n  -H "x-api-key: key"; Remove-Item body.json', key, [otherText]],
  ],
  'a script': [
    ["ACCESS_TOKEN=a.b.c curl 'https://x' -H 'x-api-key: key'", { apiKey: 'key', accessToken: 'a.b.c' }, []],
    [
      'export API_KEY=key\ncurl https://x -H "x-api-key: $API_KEY" -H "x-sandbox-name: ${BOX}"',
      key,
      [],
      ['x-sandbox-name'],
    ],
    [`curl https://x -d @- <<EOF\n${body}\nEOF`, connection, []],
    [`echo '${body}' | curl https://x -d @-`, connection, []],
    [
      "curl 'https://ims-na1.adobelogin.com/ims/token/v2?grant_type=client_credentials&client_id=key&client_secret=s'",
      key,
      [noClientSecret],
      ['grant_type'],
    ],
  ],
  'other clients': [
    ['http https://x x-api-key:key x-sandbox-name:prod', both, []],
    [
      "https platform.adobe.io/x x-api-key:key name=n 'auth[params][host]=h.example' auth[params][port]:=443 auth[params][enableSsl]:=true",
      { ...key, ...connection },
      [],
    ],
    [`http -A bearer -a ${token} POST https://x --raw '${body}'`, { accessToken: token, ...connection }, []],
    [`xh POST https://x x-api-key:key <<< '${body}'`, { ...key, ...connection }, []],
    ['http --form POST https://x client_id=key client_secret=s', key, [noClientSecret]],
    [`wget --header='x-api-key: key' --post-data='${body}' https://x`, { ...key, ...connection }, []],
    ['wget -qO- --header "x-api-key: key" --header "x-sandbox-name: prod" https://x', both, []],
    [
      'wget --header "x-api-key: key" --http-user=u --http-password=p https://x',
      key,
      [],
      ['http-user', 'http-password'],
    ],
    [
      'wget --header "x-api-key: key" --post-file=b.json https://x',
      key,
      ['The body of this command is in a file. Paste the content of that file.'],
    ],
    ["irm https://x -Headers @{'x-api-key'='key'; 'x-sandbox-name'='prod'}", both, []],
    [
      `$h = @{}\n$h.Add("x-api-key", "key")\n$h["x-sandbox-name"] = "prod"\nInvoke-RestMethod -Uri https://x -Headers $h`,
      both,
      [],
    ],
    [
      `$t = '${token}'\nInvoke-RestMethod https://x -Headers @{ Authorization = "Bearer $t" }`,
      { accessToken: token },
      [],
      ['t'],
    ],
    [`requests.get(url, headers={"x-api-key": "key", 'x-sandbox-name': 'prod'})`, both, []],
    [
      `import requests\ntoken = "${token}"\nr = requests.post(u, headers={"Authorization": f"Bearer {token}"}, json={"name": "n", "auth": {"params": {"host": "h.example", "port": 443, "enableSsl": True}}})`,
      { accessToken: token, ...connection },
      [],
    ],
    [
      `import os, requests\nrequests.get(u, headers={"x-api-key": os.environ["K"], "x-sandbox-name": "prod"})`,
      { sandbox: 'prod' },
      [],
      ['x-api-key'],
    ],
    [
      `fetch("https://x", {\n  headers: { "x-api-key": "key", 'x-sandbox-name': \`prod\` },\n  body: JSON.stringify(${body}),\n});`,
      { ...both, ...connection },
      [],
    ],
    [
      `HttpRequest.newBuilder()\n  .header("x-api-key", "key")\n  .header("x-sandbox-name", "prod")\n  .build();`,
      both,
      [],
    ],
  ],
  'HTTP itself': [
    [
      `@key = key\nPOST https://x HTTP/1.1\nx-api-key: {{key}}\nx-sandbox-name: {{box}}\n\n${body}`,
      { ...key, ...connection },
      [],
      ['key', 'x-sandbox-name'],
    ],
    ['### a\nGET https://x\nx-api-key: key\n\n### b\nGET https://y\nx-sandbox-name: prod', both, []],
    ['POST /data HTTP/2\nHost: platform.adobe.io\nx-api-key: key', key, [], ['Host']],
    ['x-api-key: key\nx-sandbox-name: prod', both, []],
    ['x-api-key\nkey\nx-sandbox-name\nprod', both, []],
    ['"x-api-key": "key",\n"x-sandbox-name": "prod",', both, []],
    ['- x-api-key: key\n- x-sandbox-name: prod', both, []],
    [`Authorization: Bearer ${token}\nx-api-key: {API_KEY}`, { accessToken: token }, [], ['x-api-key']],
    [
      'x-api-key: key\nand more words',
      key,
      ['Some lines were skipped because they are neither headers nor a body.'],
    ],
  ],
};

describe.each(Object.entries(shapes))('%s', (_, rows) => {
  test.each(rows.map(toCase))('$text', (shape) => {
    expect(readShape(shape.text)).toEqual(shape);
  });
});
