import { describe, expect, it } from 'vitest';
import { mysql } from './catalog/mysql.ts';
import { sqlServer } from './catalog/sql-server.ts';
import {
  entriesAfter,
  expandFound,
  showParts,
  showText,
  shownParams,
  switchEntry,
  toShownName,
} from './connection-fields.ts';
import { type FieldedText, fieldedTexts } from './fielded-text.ts';
import { type ParamAnswers, chooseAuthMethod } from './source.ts';

const [method] = mysql.authMethods;
const whole = 'Server=db;Port=1;Database=sales;UID=reader;PWD=hidden';
const filled = {
  'connectionString:server': 'db',
  'connectionString:port': '1',
  'connectionString:database': 'sales',
  'connectionString:user': 'reader',
  'connectionString:password': 'hidden',
};

function join(answers: ParamAnswers) {
  return textOf().fields.join(answers);
}

function textOf(): FieldedText {
  const [text] = fieldedTexts(method);
  if (text === undefined) throw new Error('MySQL has no connection string with fields.');
  return text;
}

describe('what the form shows', () => {
  it('the fields in their order, or the text', () => {
    expect(shownParams(method, {}).map(({ label }) => label)).toEqual([
      'Enter as',
      'Server',
      'Port',
      'Database',
      'Username',
      'Password',
    ]);
    expect(shownParams(method, { 'connectionString:entry': 'text' }).map(({ label }) => label)).toEqual([
      'Enter as',
      'Connection string',
    ]);
    expect(shownParams(sqlServer.authMethods[0], {}).map(({ label }) => label)).not.toContain('Port');
  });

  it.each([
    ['connectionString', 'fields', 'connectionString:server'],
    ['connectionString:password', 'fields', 'connectionString:password'],
    ['connectionString:password', 'text', 'connectionString'],
    ['other', 'text', 'other'],
  ])('%s entered as %s is shown in %s', (name, entry, shown) => {
    expect(toShownName(method, { 'connectionString:entry': entry }, name)).toBe(shown);
  });
});

it('a text is shown in the fields that make it up, and otherwise as it is', () => {
  expect(showText(textOf(), whole)).toEqual({ ...filled, 'connectionString:entry': 'fields' });
  expect(showText(textOf(), `${whole};`)).toEqual({
    connectionString: `${whole};`,
    'connectionString:entry': 'text',
  });
});

describe('switching between fields and text', () => {
  it('shows the same in both', () => {
    expect(switchEntry(textOf(), filled, 'text')).toEqual({ connectionString: whole });
    expect(switchEntry(textOf(), { connectionString: whole }, 'fields')).toEqual(filled);
  });

  it.each([
    ['a text that has no place in the fields', { connectionString: 'Odd=1' }, 'fields'],
    ['that text, when the fields were filled in meanwhile', { ...filled, connectionString: 'Odd=1' }, 'text'],
    ['incomplete fields', { 'connectionString:server': 'db', connectionString: '' }, 'fields'],
  ])('keeps %s', (_, answers, entry) => {
    expect(switchEntry(textOf(), answers, entry)).toEqual({});
  });

  it('shows no text that the fields no longer make up', () => {
    const answers = { ...filled, 'connectionString:password': '', connectionString: whole };
    expect(switchEntry(textOf(), answers, 'text')).toEqual({ connectionString: '' });
  });
});

it('trims every field but the password, which is never altered', () => {
  expect(join({ ...filled, 'connectionString:user': ' reader ' })).toBe(whole);
  expect(join({ ...filled, 'connectionString:password': ' hidden ' })).toBeNull();
});

it('found parts fill their fields, unless one of them needs the whole text', () => {
  expect(showParts(textOf(), { server: 'db', port: '1' })).toEqual({
    'connectionString:server': 'db',
    'connectionString:port': '1',
  });
  expect(showParts(textOf(), { server: 'db', password: 'a;b' })).toBeNull();
  expect(showParts(textOf(), { server: 'db', port: '99999' })).toBeNull();
});

it('found texts are shown where they can be', () => {
  expect(expandFound(method, { connectionString: whole })).toEqual(filled);
  expect(expandFound(method, { connectionString: 'Odd=1' })).toEqual({ connectionString: 'Odd=1' });
  expect(entriesAfter(method, filled)).toEqual({ 'connectionString:entry': 'fields' });
  expect(entriesAfter(method, { connectionString: 'Odd=1' })).toEqual({ 'connectionString:entry': 'text' });
  expect(entriesAfter(method, { connectionString: '' })).toEqual({ 'connectionString:entry': 'fields' });
  expect(entriesAfter(method, { host: 'db' })).toEqual({});
});

it('a connection is named after its server, never after its text', () => {
  expect(chooseAuthMethod(mysql).proposeName({ ...filled, connectionString: 'Server=other' })).toBe(
    'MySQL db',
  );
  expect(mysql.proposeName({ connectionString: whole })).toBe('');
});
