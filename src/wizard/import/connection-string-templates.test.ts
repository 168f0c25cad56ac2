import { describe, expect, it } from 'vitest';
import { readFor, stringFields } from './read-for-source.ts';

const documented = 'Server=db.example;Port=3306;Database=sales;UID=reader;PWD=c0ret-pw';

describe('a connection string', () => {
  const literal = { port: '3306', database: 'sales', user: 'reader' };
  const password = 'c0ret-pw';
  it.each([
    [documented.replace('c0ret-pw', '${DB_PASSWORD}'), { server: 'db.example', ...literal }, ['PWD']],
    [documented.replace('db.example', '<server>'), { ...literal, password }, ['Server']],
    [documented.replace('db.example', "[parameters('h')]"), { ...literal, password }, ['Server']],
    [documented.replace('db.example', '@{linkedService().h}'), { ...literal, password }, ['Server']],
    [documented.replace('db.example', '%DB_HOST%').replace('c0ret-pw', '{{pw}}'), literal, ['Server', 'PWD']],
    [
      'Server={server};Port=3306;Database={db};UID=u;PWD={PASSWORD};SslMode=Required',
      { port: '3306', user: 'u' },
      ['Server', 'Database', 'PWD'],
    ],
  ])('with placeholders fills the rest, and names them: %s', (text, parts, placeholders) => {
    expect(readFor('mysql', text)).toHaveProperty('found.params', stringFields(parts));
    expect(readFor('mysql', text)).toMatchObject({
      placeholders,
      unknownKeys: text.includes('SslMode') ? ['SslMode'] : [],
      notes: [],
    });
  });

  it('with placeholders, for a source without fields, says which text to enter', () => {
    expect(
      readFor('postgre-sql', 'Server=${H};Database=sales;Port=5432;UID=reader;Password=c0ret-pw'),
    ).toMatchObject({
      found: {},
      placeholders: ['Server'],
      notes: [
        'The connection string was skipped. Replace its placeholders, then paste it again.',
        expect.stringContaining('Server=<server>;Database=sales;Port=5432;UID=reader;Password=<password>'),
      ],
    });
  });
});
