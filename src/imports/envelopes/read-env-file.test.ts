import { describe, expect, test } from 'vitest';
import { readPastedText } from '../read-pasted-text.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';

const organizationId = '0123456789ABCDEF01234567@AdobeOrg';
const token = 'eyJhbGciOiJSUzI1NiJ9.eyJjbGllbnRfaWQiOiJrZXkifQ.c2ln';
const hdinsight = { host: 'c.azurehdinsight.net', port: '443', httpPath: '/hbasephoenix0', enableSsl: true };

describe('environment file', () => {
  test('common spellings, comments, quotes, export', () => {
    const text = `\uFEFF# Adobe\r\nexport API_KEY='key'\r\nIMS_ORG = "${organizationId}" # ours\r\naep_access_token=${token}\r\nSANDBOX=dev\r\n\r\nLOG_LEVEL=debug\r\n$env:PHOENIX_PASSWORD = 'p#w'`;
    expect(readPastedText(text, phoenix)).toMatchObject({
      label: 'Environment file',
      found: {
        apiKey: 'key',
        organizationId,
        accessToken: token,
        sandbox: 'dev',
        params: { password: 'p#w' },
      },
      unknownKeys: ['LOG_LEVEL'],
      notes: [],
    });
  });

  test('HOST and PORT belong to Phoenix, except next to the settings of this product', () => {
    const text = 'HOST=c.azurehdinsight.net\nPORT=443\nHTTP_PATH=/hbasephoenix0\nENABLE_SSL=true';
    expect(readPastedText(text, phoenix)).toMatchObject({ found: { params: hdinsight } });
    expect(readPastedText(`AEP_ORG_ID=${organizationId}\n${text}`, phoenix)).toMatchObject({
      found: { organizationId, params: { httpPath: '/hbasephoenix0', enableSsl: true } },
      unknownKeys: ['HOST', 'PORT'],
    });
  });

  test('an address among the variables', () => {
    const text = "PHOENIX_URL='https://u:p%40@c.azurehdinsight.net:443/hbasephoenix0'";
    expect(readPastedText(text, phoenix)).toMatchObject({
      found: { params: { ...hdinsight, username: 'u', password: 'p@' } },
    });
  });

  test('no line of a private key is read as a name', () => {
    const text = `API_KEY=key\nPRIVATE_KEY="-----BEGIN\nMIIEvQ=\nabc_def==\n-----END"\nSANDBOX=dev`;
    expect(readPastedText(text, phoenix)).toMatchObject({
      unknownKeys: ['PRIVATE_KEY'],
      found: { sandbox: 'dev' },
    });
  });

  test.each(['a#b', '"a\\b"', '"a$b"', "'a", '"a"b', ' a', 'a ', "'a\\\\b'", 'a\\b', 'a # b'])(
    'PASSWORD=%s can be read in several ways, so it is left empty',
    (value) => {
      const result = readPastedText(`PHOENIX_USER=u\nPHOENIX_PASSWORD=${value}\nSANDBOX=dev`, phoenix);
      expect(result).toMatchObject({ found: { sandbox: 'dev' }, notes: [expect.stringMatching(/password/)] });
      expect(result).toHaveProperty('found.params', { username: 'u' });
    },
  );

  test.each(['$PASSWORD', '${PASSWORD}', '"${PASSWORD}"', '<password>', '******'])(
    'PASSWORD=%s is a placeholder',
    (value) => {
      expect(readPastedText(`PHOENIX_PASSWORD=${value}\nSANDBOX=dev`, phoenix)).toMatchObject({
        placeholders: ['PHOENIX_PASSWORD'],
        notes: [],
      });
    },
  );
});
