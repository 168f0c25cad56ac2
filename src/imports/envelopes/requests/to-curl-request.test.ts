import { describe, expect, test } from 'vitest';
import { toCurlRequest } from './to-curl-request.ts';

const nothing = { headers: [], body: null, bodyIsInFile: false };

describe('headers', () => {
  test.each([
    [['-H', 'name: value']],
    [['-Hname: value']],
    [['-sSH', 'name: value']],
    [['-sSHname:value']],
    [['--header', 'name: value']],
  ])('%j', (words) => {
    expect(toCurlRequest(words)).toEqual({ ...nothing, headers: [{ name: 'name', value: 'value' }] });
  });

  test('keep their order and everything after the first colon', () => {
    expect(toCurlRequest(['-H', 'a: b:c', '-H', 'empty:']).headers).toEqual([
      { name: 'a', value: 'b:c' },
      { name: 'empty', value: '' },
    ]);
  });

  test('that are not valid are skipped', () => {
    expect(toCurlRequest(['-H', 'name;', '-H', '@file', '-H'])).toEqual(nothing);
  });
});

describe('text that is neither header nor body', () => {
  test.each([
    [['https://x', '-X', 'POST', '--compressed', '-L']],
    [['-o', '-d', '-u', 'user:password']],
    [['-XPOST', '-sS', '-#', '--url', 'https://x']],
  ])('%j is skipped', (words) => {
    expect(toCurlRequest(words)).toEqual(nothing);
  });

  test('the value of an option is not read as an option', () => {
    expect(toCurlRequest(['-A', '-H', '-d', 'body']).headers).toEqual([]);
    expect(toCurlRequest(['-sXPOST', '-d', 'body']).body).toBe('body');
  });
});

describe('the body', () => {
  test.each(['-d', '--data', '--data-ascii', '--data-binary', '--data-raw', '--json'])('of %s', (option) => {
    expect(toCurlRequest([option, '{"a":1}'])).toEqual({ ...nothing, body: '{"a":1}' });
  });

  test('in combined short options, with an attached or a separate value', () => {
    expect(toCurlRequest(['-sd', 'a=1']).body).toBe('a=1');
    expect(toCurlRequest(['-sda=1']).body).toBe('a=1');
  });

  test('is joined from its parts: with & as a form, unchanged as JSON', () => {
    expect(toCurlRequest(['-d', 'a=1', '--data-raw', 'b=2']).body).toBe('a=1&b=2');
    expect(toCurlRequest(['--json', '{"a":', '--json', '1}']).body).toBe('{"a":1}');
  });

  test('is encoded after the name by --data-urlencode', () => {
    expect(toCurlRequest(['--data-urlencode', 'a=b c&d', '--data-urlencode', 'e=f@g']).body).toBe(
      'a=b%20c%26d&e=f%40g',
    );
  });

  test.each(['-d', '--data', '--data-ascii', '--data-binary', '--json'])(
    'of %s is in the file after @',
    (option) => {
      expect(toCurlRequest([option, '@body.json'])).toEqual({ ...nothing, bodyIsInFile: true });
    },
  );

  test('may be partly in a file', () => {
    expect(toCurlRequest(['-d', 'a=1', '-d@rest'])).toEqual({ ...nothing, body: 'a=1', bodyIsInFile: true });
  });

  test('of --data-raw may start with @', () => {
    expect(toCurlRequest(['--data-raw', '@a'])).toEqual({ ...nothing, body: '@a' });
  });
});
