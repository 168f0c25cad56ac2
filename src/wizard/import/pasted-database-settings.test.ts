import { describe, expect, it } from 'vitest';
import { readFor, stringFields } from './read-for-source.ts';

const whole = stringFields({ server: 'db.example', database: 'sales', user: 'reader', password: 'c0ret' });
const url = 'jdbc:mysql://db.example/sales';

describe('settings with the URL of a database', () => {
  it.each([
    `DB_URL=${url}\nDB_USER=reader\nDB_PASSWORD=c0ret`,
    `export JDBC_URL='${url}'\nexport DB_USERNAME='reader'\nexport DB_PASS='c0ret'`,
    'DATABASE_URL=mysql://reader:c0ret@db.example/sales',
    'DATABASE_URL="mysql+pymysql://reader:c0ret@db.example/sales"',
    `spring.datasource.url=${url}\nspring.datasource.username=reader\nspring.datasource.password=c0ret`,
    `spring:\n  datasource:\n    url: ${url}\n    username: reader\n    password: c0ret\n`,
    `[database]\nurl = ${url}\nuser = reader\npassword = c0ret`,
    JSON.stringify({ datasource: { url, username: 'reader', password: 'c0ret' } }),
    JSON.stringify({ 'connection.url': url, 'connection.user': 'reader', 'connection.password': 'c0ret' }),
    `services:\n  app:\n    environment:\n      - DB_URL=${url}\n      - DB_USER=reader\n      - DB_PASSWORD=c0ret\n`,
    `quarkus.datasource.jdbc.url=${url}\nquarkus.datasource.username=reader\nquarkus.datasource.password=c0ret`,
    `flyway.url=${url}\nflyway.user=reader\nflyway.password=c0ret`,
  ])('are read with the user and the password beside it: %s', (text) => {
    expect(readFor('mysql', text)).toMatchObject({ found: { params: whole }, notes: [] });
    expect(readFor('phoenix', text)).toMatchObject({ kind: 'otherSource', sources: [{ slug: 'mysql' }] });
  });

  it('leave the user of something else out, and name it', () => {
    expect(readFor('mysql', `DB_URL=${url}\nSMTP_USER=mailer\nSMTP_PASSWORD=c0ret`)).toMatchObject({
      found: { params: stringFields({ server: 'db.example', database: 'sales' }) },
      unknownKeys: ['SMTP_USER', 'SMTP_PASSWORD'],
    });
  });

  it('keep the credentials of Adobe in the same text', () => {
    expect(readFor('mysql', `AEP_API_KEY=key\nDB_URL=${url}\nLOG=1`)).toMatchObject({
      found: { apiKey: 'key', params: stringFields({ server: 'db.example', database: 'sales' }) },
      unknownKeys: ['LOG'],
    });
  });

  it('never take a placeholder, or one of two different values', () => {
    expect(readFor('mysql', `DB_URL=${url}\nDB_USER=\${USER}\nDB_PASSWORD={{pw}}`)).toMatchObject({
      found: { params: stringFields({ server: 'db.example', database: 'sales' }) },
      placeholders: ['username', 'password'],
    });
    expect(readFor('mysql', 'DB_URL=mysql://a:b@db.example/sales\nDB_USER=c\nDB_PASSWORD=b')).toMatchObject({
      found: { params: stringFields({ server: 'db.example', database: 'sales', password: 'b' }) },
      notes: ['The username was skipped because its value is unclear in this text. Enter it.'],
    });
  });

  it('go nowhere when they name two databases', () => {
    const text = `A_URL=${url}\nB_URL=jdbc:postgresql://db.example/x`;
    expect(readFor('mysql', text)).toMatchObject({ kind: 'refused' });
  });
});

describe('the keyword form of PostgreSQL', () => {
  const text = "host=db.example port=5432 dbname=sales user=reader password='c0 ret' sslmode=require";

  it('goes to PostgreSQL', () => {
    expect(readFor('phoenix', text)).toMatchObject({
      kind: 'otherSource',
      sources: [{ slug: 'postgre-sql' }],
    });
  });

  it('fills the fields of a source with the same protocol', () => {
    expect(readFor('greenplum', text)).toMatchObject({
      found: {
        params: stringFields({
          server: 'db.example',
          port: '5432',
          database: 'sales',
          user: 'reader',
          password: 'c0 ret',
        }),
      },
      unknownKeys: ['sslmode'],
    });
  });
});
