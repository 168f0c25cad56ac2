import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConnectionStringFormat,
  buildConnectionString,
  describeConnectionString,
  partsOf,
  readConnectionString,
} from './connection-string.ts';

const plainFormat: ConnectionStringFormat = {
  order: ['server', 'port', 'database', 'user', 'password'],
  keys: { server: 'Server', port: 'Port', database: 'Database', user: 'UID', password: 'PWD' },
};
const closedFormat: ConnectionStringFormat = {
  order: ['server', 'database', 'Integrated Security=False', 'user', 'password'],
  keys: { server: 'Data Source', database: 'Initial Catalog', user: 'User ID', password: 'Password' },
  isClosed: true,
};
const parts = { server: 'db.example', port: '3306', database: 'sales', user: 'reader', password: 'p=ss w' };

it('builds the documented text in the documented order', () => {
  expect(buildConnectionString(plainFormat, parts)).toBe(
    'Server=db.example;Port=3306;Database=sales;UID=reader;PWD=p=ss w',
  );
  expect(buildConnectionString(closedFormat, parts)).toBe(
    'Data Source=db.example;Initial Catalog=sales;Integrated Security=False;User ID=reader;Password=p=ss w;',
  );
  expect(describeConnectionString(closedFormat)).toBe(
    'Data Source=<server>;Initial Catalog=<database>;Integrated Security=False;User ID=<user>;Password=<password>;',
  );
});

it('leaves out an empty port, and needs every other part', () => {
  expect(buildConnectionString(plainFormat, { ...parts, port: '' })).toBe(
    'Server=db.example;Database=sales;UID=reader;PWD=p=ss w',
  );
  expect(buildConnectionString(plainFormat, { ...parts, database: '' })).toBeNull();
});

it.each(['a;b', 'a"b', "a'b", 'a`b', 'a{b', 'a}b', ' a', 'a ', 'a\nb', ''])(
  'does not build a text with the password %j',
  (password) => {
    expect(buildConnectionString(plainFormat, { ...parts, password })).toBeNull();
  },
);

describe('a pasted text', () => {
  const pasted = buildConnectionString(plainFormat, parts) ?? '';

  it('fills the fields if it comes back unchanged', () => {
    expect(readConnectionString(plainFormat, pasted)).toEqual({ kind: 'parts', parts });
  });

  it.each([
    [`${pasted};`, 'The order, spelling or spaces'],
    [pasted.replace('UID', 'Uid'), 'The order, spelling or spaces'],
    [pasted.replace(';Port', '; Port'), 'The order, spelling or spaces'],
    [`${pasted};SslMode=Preferred`, 'The setting SslMode cannot be entered in the fields.'],
    [`Odd=1;${pasted}`, 'A setting of the text cannot be entered in the fields.'],
    [`${pasted};c0ret=x`, 'The text after the password cannot be entered in the fields.'],
    [pasted.replace('PWD=', 'PWD="'), 'Text with quotes or braces'],
    [pasted.replace(';Database=sales', ''), 'Database is missing from the text.'],
    [`Server=x;${pasted}`, 'The text has Server more than once.'],
    ['', 'Server is missing from the text.'],
  ])('stays one text with a reason: %s', (text, reason) => {
    const read = readConnectionString(plainFormat, text);
    expect(read).toEqual({ kind: 'raw', reason: expect.stringContaining(reason) });
    expect(JSON.stringify(read)).not.toMatch(/c0ret|p=ss/);
  });
});

const anyFormat = fc.constantFrom(plainFormat, closedFormat);

it('gives back any values that it wrote', () => {
  const value = fc.string({ minLength: 1, unit: 'binary' });
  fc.assert(
    fc.property(anyFormat, fc.array(value, { minLength: 5, maxLength: 5 }), (format, values) => {
      const wanted = Object.fromEntries(partsOf(format).map((part, index) => [part, values[index] ?? '']));
      const built = buildConnectionString(format, wanted);
      if (built === null) return;
      expect(readConnectionString(format, built)).toEqual({ kind: 'parts', parts: wanted });
    }),
    { numRuns: 500 },
  );
});

it('never changes a text, and never tells a value of it', () => {
  const piece = fc.constantFrom(
    'Server=',
    'PWD=',
    'Database=',
    'UID=',
    'Port=',
    ';',
    ' ',
    '"',
    '=',
    '{',
    'S3CRET',
    '1',
  );
  fc.assert(
    fc.property(anyFormat, fc.array(piece, { maxLength: 20 }), (format, pieces) => {
      const text = pieces.join('');
      const read = readConnectionString(format, text);
      const written = read.kind === 'parts' ? buildConnectionString(format, read.parts) : text;
      expect(written).toBe(text);
      expect(read.kind === 'raw' ? read.reason : '').not.toContain('S3CRET');
    }),
    { numRuns: 1000 },
  );
});
