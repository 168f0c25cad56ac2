import { describe, expect, test } from 'vitest';
import { readPastedText } from './read-pasted-text.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJjbGllbnRfaWQiOiJrZXkifQ.c2ln';

describe('one line', () => {
  test.each([token, `Bearer ${token}\n`, `Authorization: Bearer ${token}`])('access token: %s', (text) => {
    expect(readPastedText(text, phoenix)).toMatchObject({
      label: 'Access token',
      found: { accessToken: token },
    });
  });

  test.each([
    ['https://{CLUSTER}.azurehdinsight.net/hbasephoenix0', ['host']],
    [
      'jdbc:phoenix:thin:url=https://<cluster>.azurehdinsight.net;avatica_password=<password>',
      ['host', 'avatica_password'],
    ],
  ])('%s: placeholders', (text, placeholders) => {
    expect(readPastedText(text, phoenix)).toMatchObject({ placeholders });
  });

  test.each(['c.azurehdinsight.net', 'c.azurehdinsight.net/x', '10.0.0.4', 'pqs:8765', '[::1]:8765'])(
    '%s: host and port',
    (text) => {
      expect(readPastedText(text, phoenix)).toMatchObject({ label: 'Host and port' });
    },
  );

  test('another sign-in method is reported', () => {
    expect(readPastedText('http://h:8765?authentication=SPNEGO', phoenix)).toMatchObject({
      notes: [expect.stringContaining('BASIC')],
    });
  });

  test('an ambiguous password is reported', () => {
    expect(readPastedText('jdbc:phoenix:thin:url=http://h;avatica_password=a;b', phoenix)).toMatchObject({
      notes: [expect.stringContaining('password')],
    });
  });
});

test.each([
  'hunter2',
  'hunter2/x',
  'two words',
  'pass:word',
  'a,b',
  '{}',
  '[1]',
  'null',
  'FOO=bar',
  '{"a":1',
  'x@y.example',
])('%s is not recognized', (text) => {
  expect(readPastedText(text, phoenix)).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/\.$/),
  });
});
