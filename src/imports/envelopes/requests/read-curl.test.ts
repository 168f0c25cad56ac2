import { describe, expect, test } from 'vitest';
import { readPastedText } from '../../read-pasted-text.ts';
import { phoenix } from '../../../sources/phoenix/phoenix.ts';
import { tutorialCommand } from '../../../testing/tutorial-command.ts';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJjbGllbnRfaWQiOiJrZXkifQ.c2ln';

describe('curl', () => {
  test("the tutorial's command: everything in braces is a placeholder", () => {
    expect(readPastedText(tutorialCommand, phoenix)).toEqual({
      kind: 'curl',
      label: 'curl command',
      found: { name: 'Phoenix test connection', description: 'Phoenix test connection' },
      placeholders: [
        'Authorization',
        'x-api-key',
        'x-gw-ims-org-id',
        'x-sandbox-name',
        'host',
        'username',
        'password',
        'port',
        'httpPath',
        'enableSsl',
      ],
      unknownKeys: ['Content-Type'],
      notes: [],
    });
  });

  test('with shell variables', () => {
    const text = `$ curl https://platform.adobe.io -H "Authorization: Bearer $TOKEN" -H "x-api-key: key" -d "{\\"auth\\":{\\"params\\":{\\"password\\":\\"$PASSWORD\\",\\"port\\":$PORT}}}" | jq .`;
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { apiKey: 'key' },
      placeholders: ['Authorization', 'password', 'port'],
    });
  });

  test.each([
    'set KEY=key\nset "TOKEN=a.b.c"\ncurl https://x ^\n  -H "x-api-key: %KEY%" ^\n  -H "Authorization: Bearer %TOKEN%"',
    'set KEY=key&& set TOKEN=a.b.c&& curl https://x -H "x-api-key: %KEY%" -H "Authorization: Bearer %token%"',
    'setx KEY key\nsetx TOKEN "a.b.c"\ncurl https://x -H "x-api-key: %KEY%" -H "Authorization: Bearer %TOKEN%"',
    '$env:KEY = "key"\n$env:TOKEN=\'a.b.c\'\ncurl.exe https://x `\n -H "x-api-key: $env:KEY" `\n -H "Authorization: Bearer $env:TOKEN"',
    'PS C:\\> $KEY = "key"; $TOKEN = "a.b.c"\ncurl.exe https://x -H "x-api-key: $KEY" -H "Authorization: Bearer ${TOKEN}"',
  ])('with variables of Windows: %j', (text) => {
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { apiKey: 'key', accessToken: 'a.b.c' },
      placeholders: [],
      notes: [],
    });
  });

  test('from a browser, with a password that looks like the start of a body for PowerShell', () => {
    const body = JSON.stringify({ auth: { params: { password: '{`', host: 'db.example' } } });
    const text = `curl $'https://platform.adobe.io/data/foundation/flowservice/connections' --data-raw $'${body}'`;
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { params: { password: '{`', host: 'db.example' } },
    });
  });

  test('with a variable that the shell replaces with nothing', () => {
    const text = "curl https://x -H 'Authorization: Bearer $TOKEN' -H 'x-api-key: key'";
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { apiKey: 'key' },
      placeholders: ['Authorization'],
    });
  });

  test('from a browser, for another resource: the headers are enough', () => {
    const text = `curl 'https://platform.adobe.io/x' -H 'accept: */*' -H 'authorization: Bearer ${token}' -H 'x-sandbox-name: dev' --data-raw '{"query":"{a}"}' --compressed`;
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { accessToken: token, sandbox: 'dev' },
      unknownKeys: ['accept'],
      notes: [expect.stringContaining('body')],
    });
  });

  test('that requests a token from Adobe IMS', () => {
    const text =
      "curl -X POST 'https://ims-na1.adobelogin.com/ims/token/v3' -d 'grant_type=client_credentials&client_id=key&client_secret=s3cret&scope=openid'";
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { apiKey: 'key' },
      notes: [expect.stringContaining('client secret')],
    });
  });

  test('with its body in a file', () => {
    expect(readPastedText("curl https://x -H 'x-api-key: key' -d @body.json", phoenix)).toMatchObject({
      found: { apiKey: 'key' },
      notes: [expect.stringContaining('file')],
    });
  });

  test('for another source: the credentials are imported, the connection is not', () => {
    const text = tutorialCommand.replace('102706fb', '00000000').replace('{API_KEY}', 'key');
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { apiKey: 'key' },
      notes: [expect.stringContaining('another source')],
    });
  });

  test('basic authentication is no access token', () => {
    const text = "curl https://x -H 'Authorization: Basic dTpw' -H 'x-api-key: key'";
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { apiKey: 'key' },
      unknownKeys: ['Authorization'],
    });
  });

  test.each(["curl 'https://x", 'curl https://example.com'])('%s is rejected', (text) => {
    expect(readPastedText(text, phoenix)).toMatchObject({ kind: 'refused', label: 'curl command' });
  });
});
