import { describe, expect, it } from 'vitest';
import { readFor } from './read-for-source.ts';

const tls = 'EncryptionMethod=1;ValidateServerCertificate=1';
const whole = `Server=db.example;Database=sales;Port=5432;UID=reader;Password=<password>;${tls}`;
const linked = (type: string, typeProperties: object) =>
  JSON.stringify({ name: 'Sales', properties: { type, typeProperties } });

describe('a source that takes only a whole connection string', () => {
  it.each([
    ['postgre-sql', 'host=db.example port=5432 dbname=sales user=reader password=c0ret', whole],
    ['postgre-sql', 'DATABASE_URL=postgres://reader:c0ret@db.example:5432/sales', whole],
    ['postgre-sql', 'export PG_URL="postgresql+psycopg2://reader:c0ret@db.example:5432/sales"', whole],
    ['postgre-sql', 'DB_URL=postgres://db.example:5432/sales\nDB_USER=reader\nDB_PASSWORD=c0ret', whole],
    ['postgre-sql', 'jdbc:postgresql://db.example:5432/sales?user=reader&password=c0ret', whole],
    [
      'postgre-sql',
      'postgres://${USER}:${PW}@db.example/sales',
      `Server=db.example;Database=sales;Port=<port>;UID=<user>;Password=<password>;${tls}`,
    ],
    [
      'postgre-sql',
      'postgres://a.example,b.example/sales?user=reader',
      `Server=<server>;Database=sales;Port=<port>;UID=reader;Password=<password>;${tls}`,
    ],
    [
      'vertica',
      'vertica+vertica_python://reader:c0ret@db.example:5433/sales',
      'Server=db.example;Port=5433;Database=sales;UID=reader;PWD=<password>',
    ],
    [
      'azure-synapse-analytics',
      'jdbc:sqlserver://dw.sql.azuresynapse.net:1433;database=sales;user=reader@dw;password=c0ret',
      'Server=tcp:dw.sql.azuresynapse.net,1433;Database=sales;User ID=reader@dw;Password=<password>;',
    ],
  ])('for %s, %s: says which text to enter, without the password', (slug, text, expected) => {
    const result = readFor(slug, text);
    expect(result).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(`Adobe documents this pattern: ${expected}`),
    });
    expect(JSON.stringify(result)).not.toContain('c0ret');
  });

  it.each([
    ['c0ret', 'postgres://c0ret:c0ret@db.example/sales'],
    ['c0ret', 'postgres://reader:c0ret@c0ret.example/c0ret'],
    ['u%3Ac0ret', 'postgres://u%3Ac0ret@db.example/sales'],
  ])('never shows the password %s where it is also another part: %s', (_, text) => {
    expect(JSON.stringify(readFor('postgre-sql', text))).not.toContain('c0ret');
  });

  it('keeps the credentials of Adobe in the same settings', () => {
    expect(
      readFor('postgre-sql', 'AEP_API_KEY=key\nDATABASE_URL=postgres://reader:c0ret@db.example:5432/sales'),
    ).toMatchObject({
      found: { apiKey: 'key' },
      unknownKeys: [],
      notes: [expect.stringContaining(whole)],
    });
  });

  it.each([
    [
      'postgre-sql',
      'PostgreSqlV2',
      { server: 'db.example', port: 5432, database: 'sales', username: 'reader' },
      whole,
    ],
    [
      'snowflake',
      'SnowflakeV2',
      { user: 'reader', database: 'sales' },
      '/?user=reader&password=<password>&db=sales',
    ],
  ])('for %s, says it for the linked service %s too', (slug, type, properties, expected) => {
    const password = { type: 'SecureString', value: 'c0ret' };
    const result = readFor(slug, linked(type, { ...properties, password }));
    expect(result).toMatchObject({ notes: [expect.stringContaining(expected)] });
    expect(JSON.stringify(result)).not.toContain('c0ret');
  });
});

describe('a text that fills nothing', () => {
  it('gives no false reason for a source without a connection string', () => {
    expect(readFor('ibm-db2', 'jdbc:db2://:u=x')).toMatchObject({
      kind: 'refused',
      reason: expect.not.stringContaining('onnection string'),
    });
  });

  it('names the character that cannot be in a field, and the text to enter', () => {
    const { reason } = Object(readFor('mysql', 'mysql://reader:c0%3Bret@db.example/sales'));
    expect(reason).toMatch(/^A value of this text has a semicolon.*Server=db\.example;Port=<port>/);
  });
});
