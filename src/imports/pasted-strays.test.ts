import { describe, expect, test } from 'vitest';
import {
  type PastedShape,
  both,
  hasSecret,
  hasSetting,
  noPassword,
  pieceOfSecret,
  readShape,
  readShown,
  secret,
  someLines,
  toCase,
  userAlone,
} from '../testing/pasted-shapes.ts';

const json = (value: unknown) => JSON.stringify(value);
const variable = (key: string, value: string, rest: object = {}) => ({ key, value, enabled: true, ...rest });
const declared = { type: 'secret' };
const host = { params: { host: 'h.example' } };
const thin = 'jdbc:phoenix:thin:url=https://h.example:443/p';
const server = { host: 'h.example', port: '443', httpPath: '/p', enableSsl: true };

const shapes: Readonly<Record<string, readonly PastedShape[]>> = {
  'a password behind the colon of a user name': [
    [`PHOENIX_USER=admin:${secret}`, {}, [hasSecret('Username')]],
    [`PHOENIX_USER=:${secret}\nPHOENIX_HOST=h.example`, host, [hasSecret('Username')]],
    [json({ username: `admin:${secret}`, host: 'h.example' }), host, [hasSecret('Username')]],
    [`${thin};avatica_user="admin:${secret}"`, { params: server }, [hasSecret('Username')]],
    [
      `PHOENIX_USER=admin:${secret}\nCONNECTION_NAME=Sales ${secret}`,
      {},
      [hasSecret('Connection name'), hasSecret('Username')],
    ],
  ],
  'an option of a command behind a value': [
    [`PHOENIX_USER=admin -p ${secret}`, {}, [hasSecret('Username')]],
    [`PHOENIX_USER=admin -p${secret}`, {}, [hasSetting('Username')]],
    [`PHOENIX_USER="admin --pass ${secret}"`, {}, [hasSecret('Username')]],
    [json({ username: `admin -x ${secret}`, host: 'h.example' }), host, [hasSetting('Username')]],
    [`PHOENIX_HOST=h.example -W ${secret}\nPHOENIX_USER=admin`, userAlone, [hasSecret('Host')]],
    [`CONNECTION_NAME=Sales -k ${secret}\nPHOENIX_USER=admin`, userAlone, [hasSetting('Connection name')]],
    [
      `PHOENIX_USER=admin\nCONNECTION_DESCRIPTION="sqlline -u me:${secret} h"`,
      userAlone,
      [hasSecret('Description')],
    ],
    [
      `CONNECTION_NAME="Sales -EU"\nPHOENIX_PORT=8765\nCONNECTION_DESCRIPTION="docker run -p 8765:8765"`,
      { name: 'Sales -EU', description: 'docker run -p 8765:8765', params: { port: '8765' } },
      [],
    ],
  ],
  'a signature or a key in the query of a URL': [
    [`PHOENIX_USER=admin\nPHOENIX_HTTP_PATH=/p?sig=${secret}`, userAlone, [hasSecret('HTTP path')]],
    [`PHOENIX_USER=admin\nPHOENIX_HTTP_PATH=/p?key=${secret}`, userAlone, [hasSecret('HTTP path')]],
    [
      json({ username: 'admin', CONNECTION_DESCRIPTION: `https://x.example/?sv=1&sig=${secret}%3D` }),
      userAlone,
      [hasSecret('Description')],
    ],
    [
      json({ username: 'admin', CONNECTION_DESCRIPTION: `https://x/?X-Amz-Signature=${secret}` }),
      userAlone,
      [hasSecret('Description')],
    ],
  ],
  'a value that is declared to be a secret': [
    [
      json({ values: [variable('PHOENIX_USER', `admin ${secret}`), variable('dbw', secret, declared)] }),
      {},
      [hasSecret('Username')],
      ['dbw'],
    ],
    [
      json({
        values: [
          variable('PHOENIX_USER', secret),
          variable('HOST', 'h.example', declared),
          variable('old', secret, { ...declared, enabled: false }),
        ],
      }),
      host,
      [hasSecret('Username')],
    ],
    [
      json({
        name: `Sales ${secret}`,
        properties: {
          type: 'Phoenix',
          typeProperties: { username: 'admin', other: { type: 'SecureString', value: secret } },
        },
      }),
      userAlone,
      [hasSecret('Connection name')],
      ['other'],
    ],
  ],
  'a piece of a password in the next line': [
    ['PHOENIX_USER=admin\nPHOENIX_PASSWORD=S3\\\nCRET=pw', userAlone, [noPassword]],
    ['PHOENIX_USER=admin\nPHOENIX_PASSWORD=S3\\\nS3\\\nCRET=pw', userAlone, [someLines, noPassword]],
    ['set PHOENIX_USER=admin\nset PHOENIX_PASSWORD=S3^\nCRET=pw', userAlone, [noPassword]],
    ["$env:PHOENIX_USER='admin'\n$env:PHOENIX_PASSWORD=S3`\nCRET=pw", userAlone, [noPassword]],
    ['PHOENIX_USER=admin\nPHOENIX_PASSWORD="S3\nS3\nCRET=pw', userAlone, [someLines, noPassword]],
    ['PHOENIX_USER=admin\nPHOENIX_PASSWORD="S3 \\"\nCRET=pw"', userAlone, [noPassword]],
    [`PHOENIX_PASSWORD=${secret}\nPHOENIX_USER=admin\nOTHER=1`, both, [], ['OTHER']],
  ],
};

describe.each(Object.entries(shapes))('%s', (_, rows) => {
  test.each(rows.map(toCase))('$text', (shape) => {
    expect(readShape(shape.text)).toEqual(shape);
    expect(readShown(shape.text)).not.toMatch(pieceOfSecret);
  });
});
