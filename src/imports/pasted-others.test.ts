import { describe, expect, test } from 'vitest';
import {
  type PastedShape,
  at,
  both,
  hasSecret,
  hasSetting,
  noClientSecret,
  noPassword,
  notRecognized,
  pieceOfSecret,
  readShape,
  readShown,
  secret,
  toCase,
  userAlone,
} from '../testing/pasted-shapes.ts';

const url = 'https://h.example:443/p';
const thin = `jdbc:phoenix:thin:url=${url}`;
const whole = at({ httpPath: '/p', username: 'admin', password: secret });
const withoutPassword = at({ httpPath: '/p', username: 'admin' });
const withoutUser = at({ httpPath: '/p' });
const json = (value: unknown) => JSON.stringify(value);
const postman = (values: Readonly<Record<string, string>>) =>
  json({
    values: Object.entries(values).map(([key, value]) => ({ key, value, type: 'secret', enabled: true })),
  });
const body = (rest: object, params: object) =>
  json({ ...rest, auth: { params: { username: 'admin', ...params } } });
const leftOut = (name: string) =>
  `The address in ${name} was skipped because it is ambiguous. Paste only the address.`;
const unclearAddress = (reason: string) => `This address is not valid. ${reason}`;

const shapes: Readonly<Record<string, readonly PastedShape[]>> = {
  'a thin-client URL': [
    [`${thin};avatica_user=admin;avatica_password=${secret}`, whole, []],
    [`jdbc:phoenix:thin:avatica_password=${secret};avatica_user=admin;url=${url}`, whole, []],
    [
      `${thin};avatica_user=admin;avatica_password="${secret}";schema=S`,
      at({ httpPath: '/p', username: 'admin' }),
      [noPassword],
      ['schema'],
    ],
    [
      `${thin};avatica_user=admin;avatica_password="S3;CRET"`,
      at({ httpPath: '/p', username: 'admin', password: 'S3;CRET' }),
      [],
    ],
    [`${thin};avatica_user=admin&avatica_password=${secret}`, withoutUser, [hasSetting('Username')]],
    [`${thin};avatica_user=admin,avatica_password=${secret}`, withoutUser, [hasSetting('Username')]],
    [`${thin};avatica_user=admin avatica_password=${secret}`, withoutUser, [hasSetting('Username')]],
    [`${thin};avatica_user="admin;avatica_password=${secret}"`, withoutUser, [hasSecret('Username')]],
    [`${thin};avatica_password=${secret}&avatica_user=admin`, withoutUser, [noPassword]],
    [`${thin}&avatica_user=admin&avatica_password=${secret}`, at({}), [hasSetting('HTTP path')]],
    [`${thin},avatica_user=admin,avatica_password=${secret}`, at({}), [hasSetting('HTTP path')]],
    [
      `${thin};avatica_user=${secret};avatica_password=${secret}`,
      at({ httpPath: '/p', password: secret }),
      [hasSecret('Username')],
    ],
    [`${thin};avatica_user=uid=admin,ou=people`, withoutUser, [hasSetting('Username')]],
  ],
  'the URL of a query server': [
    [`https://admin:${secret}@h.example:443/p`, whole, []],
    [`${url};user=admin;password=${secret}`, whole, []],
    [`${url}?avatica_user=admin&avatica_password=${secret}`, whole, []],
    [`${url}?avatica_user=admin;avatica_password=${secret}`, whole, []],
    [`${url}?avatica_user=admin,avatica_password=${secret}`, withoutUser, [hasSetting('Username')]],
    [`${url}?avatica_user=admin avatica_password=${secret}`, withoutUser, [hasSetting('Username')]],
    [`${url}?avatica_user=admin&avatica_password=S3;LEVEL=CRET`, withoutPassword, [noPassword]],
    [`${url}&user=admin&password=${secret}`, at({}), [hasSetting('HTTP path')]],
    [`${url}/password=${secret}`, at({}), [hasSecret('HTTP path')]],
    [
      `${url} avatica_password=${secret}`,
      null,
      [unclearAddress('The path contains a space. Paste only the address.')],
    ],
    [
      `https://admin;DB_PASSWORD=${secret}@h.example:443/p`,
      null,
      [unclearAddress('The end of the username is unclear. Fill in the fields manually.')],
    ],
    [
      `h.example:443/p&avatica_password=${secret}`,
      { params: { host: 'h.example', port: '443' } },
      [hasSetting('HTTP path')],
    ],
    [`h.example:443/p;avatica_password=${secret}`, null, [notRecognized]],
    [`PHOENIX_URL=${url} PHOENIX_USER=admin PHOENIX_PASSWORD=${secret}`, whole, []],
    [`PHOENIX_URL=${thin};avatica_user=admin;avatica_password=${secret}`, whole, []],
    [`PHOENIX_URL=${url}&PHOENIX_USER=admin&PHOENIX_PASSWORD=${secret}`, at({}), [hasSetting('HTTP path')]],
    [`export JDBC_URL=${thin};avatica_user=admin;avatica_password=${secret}`, {}, [leftOut('JDBC_URL')]],
    [`export JDBC_URL="${thin};avatica_user=admin;avatica_password=${secret}"`, whole, []],
  ],
  JSON: [
    [json({ username: 'admin', password: secret }), both, []],
    [json({ username: `admin;avatica_password=${secret}` }), {}, [hasSecret('Username')]],
    [
      json({ username: `admin ${secret}`, db: { password: secret }, host: 'h' }),
      { params: { host: 'h' } },
      [hasSecret('Username')],
      ['db'],
    ],
    [
      json({ username: `admin ${secret}`, config: json({ password: secret }), host: 'h' }),
      { params: { host: 'h' } },
      [hasSecret('Username')],
      ['config'],
    ],
    [json({ username: 'admin', connection: `user=admin;password=${secret}` }), userAlone, [], ['connection']],
    [
      json({ username: 'uid=admin,ou=people', password: secret }),
      { params: { username: 'uid=admin,ou=people', password: secret } },
      [],
    ],
    [json({ host: 'h.example;sslmode=on', username: 'admin' }), userAlone, [hasSetting('Host')]],
    [json({ PHOENIX_URL: `${thin};avatica_user=admin;avatica_password=${secret}` }), whole, []],
    [json({ PHOENIX_URL: `${url},avatica_password=${secret}` }), at({}), [hasSetting('HTTP path')]],
    [postman({ API_KEY: 'key', CLIENT_SECRET: secret }), { apiKey: 'key' }, [noClientSecret]],
    [
      postman({ API_KEY: `key CLIENT_SECRET=${secret}`, SANDBOX_NAME: 'dev' }),
      { sandbox: 'dev' },
      [hasSetting('API key')],
    ],
    [
      postman({ PHOENIX_USER: `admin ${secret}`, DB_PASSWORD: secret }),
      {},
      [hasSecret('Username')],
      ['DB_PASSWORD'],
    ],
    [
      body({ name: `Phoenix ${secret}`, description: 'Sales, region=EU' }, { password: secret }),
      { description: 'Sales, region=EU', ...both },
      [hasSecret('Connection name')],
    ],
    [body({ description: `password: ${secret}` }, {}), userAlone, [hasSecret('Description')]],
    [
      body({ description: `see https://admin:${secret}@h.example` }, {}),
      userAlone,
      [hasSecret('Description')],
    ],
  ],
  'a curl command': [
    [
      `curl https://x -H 'x-api-key: key' -H 'Authorization: Bearer ${secret}' -H 'x-sandbox-name: ${secret}'`,
      { apiKey: 'key', accessToken: secret },
      [hasSecret('Sandbox')],
    ],
    [
      `curl https://x -H 'x-api-key: key, client_secret=${secret}' -H 'x-sandbox-name: dev'`,
      { sandbox: 'dev' },
      [hasSetting('API key')],
    ],
    [
      `curl https://x -H 'x-sandbox-name: dev -H Authorization: Bearer ${secret}' -H 'x-api-key: key'`,
      { apiKey: 'key' },
      [hasSecret('Sandbox')],
    ],
    [`curl https://x -d 'client_id=key&client_secret=${secret}'`, { apiKey: 'key' }, [noClientSecret]],
    [`curl https://x -d 'client_id=key;client_secret=${secret}'`, {}, [hasSetting('API key')]],
    [
      `curl https://x -d '${body({ name: `n password=${secret}` }, { password: secret })}'`,
      both,
      [hasSecret('Connection name')],
    ],
  ],
};

describe.each(Object.entries(shapes))('%s', (_, rows) => {
  test.each(rows.map(toCase))('$text', (shape) => {
    expect(readShape(shape.text)).toEqual(shape);
    expect(readShown(shape.text)).not.toMatch(pieceOfSecret);
  });
});
