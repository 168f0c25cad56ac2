import { describe, expect, it } from 'vitest';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { chooseAuthMethod } from '../../sources/source.ts';
import { readFor, readForNamed, stringFields } from './read-for-source.ts';
import { findNamedMethod } from './read-pasted.ts';

const documented = 'Server=db.example;Port=3306;Database=sales;UID=reader;PWD=c0ret-pw';

describe('a connection string', () => {
  it.each([
    documented,
    `${documented}\n`,
    `MYSQL_CONNECTION="${documented}"`,
    `export MYSQL_CONNECTION='${documented}'`,
    `MYSQL_CONNECTION=${documented}`,
    `"connectionString": "${documented}",`,
  ])('is taken without what names it: %j', (text) => {
    expect(readFor('mysql', text)).toMatchObject({
      found: { params: { connectionString: documented } },
      notes: [],
    });
  });

  it.each([
    JSON.stringify({ properties: { typeProperties: { connectionString: documented } } }),
    `[concat('Server=', parameters('h'), ';Port=3306;Database=x;UID=u;PWD=p')]`,
  ])('within another text is not the whole text: %s', (text) => {
    expect(JSON.stringify(readFor('mysql', text))).not.toContain('connectionString":');
  });

  it.each(['vertica', 'mysql', 'maria-db'])('of several sources belongs to the chosen one, %s', (slug) => {
    expect(readFor(slug, documented)).toMatchObject({ found: { params: { connectionString: documented } } });
  });

  it('in another order goes to the sources with its settings', () => {
    expect(
      readFor('phoenix', 'Server=db.example;Database=sales;Port=3306;UID=reader;PWD=c0ret-pw'),
    ).toMatchObject({
      kind: 'otherSource',
      sources: [{ slug: 'maria-db' }, { slug: 'mysql' }],
    });
  });
});

describe('a JDBC URL', () => {
  it.each([
    [
      'mysql',
      'jdbc:mysql://u:p%40w@db.example:1/sales',
      stringFields({ server: 'db.example', port: '1', database: 'sales', user: 'u', password: 'p@w' }),
    ],
    [
      'mysql',
      '"mysql://u:pw@db.example/sales"',
      stringFields({ server: 'db.example', database: 'sales', user: 'u', password: 'pw' }),
    ],
    [
      'mysql',
      'jdbc:mysql://[2001:db8::1]:3306/sales',
      stringFields({ server: '2001:db8::1', port: '3306', database: 'sales' }),
    ],
    ['maria-db', 'jdbc:mysql://db.example/sales', stringFields({ server: 'db.example', database: 'sales' })],
    [
      'greenplum',
      'jdbc:postgresql://db.example/sales',
      stringFields({ server: 'db.example', database: 'sales' }),
    ],
    [
      'sql-server',
      'jdbc:sqlserver://db.example:1433;databaseName=sales',
      stringFields({ server: 'db.example,1433', database: 'sales' }),
    ],
    [
      'sql-server',
      String.raw`jdbc:sqlserver://db.example\SALES;user=u`,
      stringFields({ server: String.raw`db.example\SALES`, user: 'u' }),
    ],
    [
      'oracle',
      'jdbc:oracle:thin:scott/t@ger@db.example:1521:ORCL',
      stringFields({
        server: 'db.example',
        port: '1521',
        database: 'ORCL',
        user: 'scott',
        password: 't@ger',
      }),
    ],
    ['ibm-db2', 'jdbc:db2://db.example:50000/sales', { server: 'db.example:50000', database: 'sales' }],
    [
      'azure-databricks',
      'jdbc:spark://adb-1.azuredatabricks.net:443/default;UID=token;PWD=dapi1',
      { domain: 'https://adb-1.azuredatabricks.net', database: 'default', accessToken: 'dapi1' },
    ],
    [
      'snowflake-streaming',
      'jdbc:snowflake://acme.snowflakecomputing.com/?db=D&warehouse=W',
      { account: 'acme', database: 'D', warehouse: 'W' },
    ],
  ])('for %s: %s', (slug, text, params) => {
    expect(readFor(slug, text)).toHaveProperty('found.params', params);
  });

  it.each([
    ['mysql', 'jdbc:mysql://a.example:3306,b.example:3306/sales', 'several servers'],
    ['mysql', 'jdbc:mysql:replication://a.example,b.example/sales', 'in a way that has no fields'],
    ['mysql', 'jdbc:mysql://address=(host=a.example)(port=1)/sales', 'in a way that has no fields'],
    ['oracle', 'jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=a)))', 'in a way that has no fields'],
    ['amazon-redshift', 'jdbc:redshift:iam://a.example:5439/dev', 'in a way that has no fields'],
    ['hive', 'jdbc:hive2://zk1:2181,zk2:2181/;serviceDiscoveryMode=zooKeeper', 'several servers'],
    ['sql-server', 'jdbc:sqlserver://db.example;user=u;password={a;b}', 'has a semicolon'],
  ])('that cannot be used says why: %s %s', (slug, text, reason) => {
    expect(readFor(slug, text)).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) });
  });

  it('names everything that it leaves out', () => {
    expect(
      readFor('teradata-vantage', 'jdbc:teradata://db.example/TMODE=ANSI,DATABASE=sales,USER=u'),
    ).toMatchObject({
      unknownKeys: ['TMODE'],
      notes: ['The database of the URL has no field and was skipped.'],
    });
    expect(readFor('mysql', 'jdbc:mysql://db.example/sales?password=a&useSSL=true')).toMatchObject({
      unknownKeys: [],
      notes: ['The settings after the password were skipped.'],
    });
    expect(readFor('mysql', 'jdbc:mysql://db.example/sales?password=a&c0ret')).toMatchObject({
      found: { params: stringFields({ server: 'db.example', database: 'sales' }) },
      notes: [
        'The password was skipped because it is unclear in this URL. Enter it.',
        'A part of the URL was skipped because it is no setting.',
      ],
    });
    expect(readFor('mysql', 'jdbc:mysql://${HOST}:3306/sales?user=u&password={{pw}}')).toMatchObject({
      found: { params: stringFields({ port: '3306', database: 'sales', user: 'u' }) },
      placeholders: ['server', 'password'],
    });
  });

  it('never reads a service of Oracle as a SID', () => {
    expect(readFor('oracle', 'jdbc:oracle:thin:@//db.example:1521/sales.example')).toMatchObject({
      found: { params: stringFields({ server: 'db.example', port: '1521' }) },
      notes: [expect.stringContaining('The service of the URL was skipped')],
    });
  });

  it('for a source without a server asks for none', () => {
    const result = readFor(
      'google-big-query',
      'jdbc:bigquery://https://www.googleapis.com/bigquery/v2:443;ProjectId=p',
    );
    expect(result).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('names a server, which Google BigQuery does not ask for'),
    });
  });

  it('never reads a part of a password as a server', () => {
    const text = JSON.stringify(readFor('mysql', 'jdbc:mysql://u:12/c0ret@db.example/sales'));
    expect(text).not.toMatch(/c0ret|"12"/);
  });

  it.each(['tig@c0ret', 'c0ret/tig', 'a:c0ret@b'])('keeps a password of Oracle whole: %s', (password) => {
    const { found } = Object(readFor('oracle', `jdbc:oracle:thin:scott/${password}@db.example:1521:ORCL`));
    expect(found.params).toEqual({
      'connectionString:server': 'db.example',
      'connectionString:port': '1521',
      'connectionString:database': 'ORCL',
      'connectionString:user': 'scott',
      'connectionString:password': password,
    });
  });

  it('of Phoenix goes to Phoenix', () => {
    expect(readFor('mysql', 'jdbc:phoenix:thin:url=https://db.example:443/p')).toMatchObject({
      kind: 'otherSource',
      sources: [{ slug: 'phoenix' }],
    });
  });

  it('in settings goes to its source', () => {
    expect(readFor('phoenix', 'spring.datasource.url=jdbc:mysql://db.example/sales\nx=1')).toMatchObject({
      kind: 'otherSource',
      sources: [{ slug: 'mysql' }],
    });
  });
});

describe('connections of several sources', () => {
  const bodyOf = (slug: string, place = 0) => {
    const source = builtInSources.find((one) => one.slug === slug);
    const { specName } = source?.authMethods[place] ?? { specName: '' };
    const params = { host: `${slug}.example` };
    return { name: slug, auth: { specName, params }, connectionSpec: source?.connectionSpec };
  };
  const several = JSON.stringify([bodyOf('hive'), bodyOf('phoenix'), bodyOf('spark')]);

  it('are read for the chosen source', () => {
    expect(readFor('phoenix', several)).toMatchObject({ found: { name: 'phoenix' } });
  });

  it('are offered although other elements are beside them', () => {
    const text = JSON.stringify([bodyOf('oracle'), bodyOf('oracle'), null]);
    expect(readFor('phoenix', text)).toMatchObject({ sources: [{ slug: 'oracle', connections: [{}, {}] }] });
  });

  it('are offered in their order where the chosen source is not among them', () => {
    expect(readFor('mysql', several)).toMatchObject({
      kind: 'otherSource',
      sources: [{ slug: 'hive' }, { slug: 'phoenix' }, { slug: 'spark' }],
    });
  });

  it('have the auth method of the chosen one, even if another one is usual', () => {
    const connectionSpec = { id: 'd6b52d86-f0f8-475f-89d4-ce54c8527328', version: '1.0' };
    const connectionString = 'Host=a.example;Port=1521;SID=S;User Id=u;Password=secret-1;';
    const text = JSON.stringify([
      { name: 'One', auth: { specName: 'ConnectionString', params: { connectionString } }, connectionSpec },
      {
        name: 'Two',
        auth: { specName: 'Basic Authentication', params: { server: 'b.example', port: '1521' } },
        connectionSpec,
      },
    ]);
    expect(readForNamed('oracle', text)).toMatchObject({
      found: { name: 'One', params: { connectionString } },
    });
    expect(readForNamed('oracle', text, 1)).toMatchObject({
      found: { name: 'Two', params: { server: 'b.example', port: '1521' } },
      unknownKeys: [],
    });
  });

  it('have the auth method that is named with the first one of the source', () => {
    const source = builtInSources.find(({ authMethods }) => authMethods.length > 1);
    if (source === undefined) throw new Error('No source has several auth methods.');
    const [usual, other] = source.authMethods;
    const chosen = chooseAuthMethod(source);
    const text = JSON.stringify([bodyOf('phoenix'), bodyOf(source.slug, 1), bodyOf(source.slug, 0)]);
    expect(findNamedMethod(text, chosen)).toBe(other?.specName);
    expect(findNamedMethod(JSON.stringify({ raw: text }), chosen)).toBe(other?.specName);
    expect(findNamedMethod(JSON.stringify(bodyOf('phoenix')), chosen)).toBe(usual.specName);
  });
});
