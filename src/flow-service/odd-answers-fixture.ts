import fc from 'fast-check';

/** Answers that no document describes, to hold the page against: as values, which {@link toAnswerText} writes down. */

/** What JSON can say and a JavaScript value cannot, or not without failing: put into the text in place of a marker. */
const markers = {
  '@huge-number@': '1e400',
  '@negative-huge-number@': '-1e400',
  '@deep-list@': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  '@deep-object@': `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
} as const;

/** The text of an answer. */
export function toAnswerText(value: unknown): string {
  return Object.entries(markers).reduce(
    (text, [marker, written]) => text.replaceAll(`"${marker}"`, () => written),
    JSON.stringify(value),
  );
}

export const oddNumber = fc.constantFrom<unknown>(
  ...['@huge-number@', '@negative-huge-number@', 0, -0, -1, 0.5, 1e21, 8.64e15, 8.64e15 + 1, -8.64e15 - 1],
  ...[
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    Number.MAX_SAFE_INTEGER + 1,
    253_402_300_800_000,
    -62_198_755_200_000,
  ],
);

export const oddText = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\u200b',
      'NaN',
      'Infinity',
      'null',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
    ],
    ...[
      '\0',
      '\u0007\u001b[31m',
      '\r\n',
      '\ud800',
      'a\udfff',
      '\u202eabc',
      '<b>&amp;</b>',
      '..',
      '/',
      '%',
      '%zz',
    ],
    ...[
      'x'.repeat(300),
      'x'.repeat(10_000),
      'x'.repeat(10_001),
      'word '.repeat(40_000),
      '\uE000'.repeat(5000),
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const oddContainer = fc.constantFrom<unknown>(
  ...[[], {}, [null], [[]], [{}], { a: null }, { length: 5 }, '@deep-list@', '@deep-object@'],
  ...[
    withProto({ polluted: true }),
    { constructor: { prototype: { polluted: true } } },
    { toJSON: 1, then: 2 },
  ],
  ...[Object.fromEntries(Array.from({ length: 3000 }, (_, place) => [`key ${place}`, place]))],
);

/** Anything that JSON can hold, the unlikely first of all. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(null, true, false) },
  { weight: 2, arbitrary: oddNumber },
  { weight: 3, arbitrary: oddText },
  { weight: 1, arbitrary: oddContainer },
);

/** An object with a key of its own that is called `__proto__`, as JSON.parse makes it. */
function withProto(value: unknown): object {
  return Object.fromEntries([['__proto__', value]]);
}

/** An object whose fields are good, odd or absent, with more fields than expected; or no object at all. */
export function oddObject(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  const entries = Object.entries(fields).map(([name, good]) =>
    fc.oneof(
      { weight: 7, arbitrary: good.map((value): [string, unknown][] => [[name, value]]) },
      { weight: 2, arbitrary: oddValue.map((value): [string, unknown][] => [[name, value]]) },
      { weight: 1, arbitrary: fc.constant<[string, unknown][]>([]) },
    ),
  );
  const extra = fc.array(fc.tuple(fc.oneof(oddText, fc.constant('labels')), oddValue), { maxLength: 1 });
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(extra, ...entries)
        .map(([more, ...parts]) => Object.fromEntries([...more, ...parts.flat()])),
    },
    { weight: 1, arbitrary: oddValue },
  );
}

const id = fc.uuid();
const time = fc.integer({ min: 1_500_000_000_000, max: 1_800_000_000_000 });

export const oddParams = oddObject({
  host: fc.constantFrom('mycluster.azurehdinsight.net', '127.0.0.1'),
  port: fc.constantFrom<unknown>(443, '443', 8765),
  httpPath: fc.constant('/hbasephoenix0'),
  username: fc.constant('admin'),
  password: fc.constant('xxxx'),
  enableSsl: fc.constantFrom<unknown>(true, false, 'true'),
});

/** A connection as it comes, all but its ID as odd as can be. */
export function oddConnection(ownId: fc.Arbitrary<unknown>, specId: string): fc.Arbitrary<unknown> {
  return oddObject({
    id: ownId,
    name: fc.string({ minLength: 1, maxLength: 20 }),
    description: fc.string({ maxLength: 40 }),
    createdAt: time,
    updatedAt: time,
    createdBy: fc.constant('28AF0000@AdobeID'),
    updatedBy: fc.constant('28AF0000@AdobeID'),
    sandboxName: fc.constant('prod'),
    connectionSpec: fc.constant({ id: specId, version: '1.0' }),
    state: fc.constantFrom('enabled', 'disabled', 'initializing'),
    auth: oddObject({ specName: fc.constant('Basic Authentication'), params: oddParams }),
    etag: fc.constant('"830082dc-0000-0200-0000-5e84ee560000"'),
  });
}

const oddLinks = oddObject({
  next: oddObject({
    href: fc.constantFrom('/connections?continuationToken=abc', 'nowhere', '?continuationToken='),
  }),
});

/** `GET /connections`. */
export function oddConnections(specId: string) {
  const item = oddConnection(fc.oneof({ weight: 4, arbitrary: id }, fc.constant('the-same-id')), specId);
  return fc.record({ items: fc.array(item, { maxLength: 12 }), _links: fc.oneof(fc.constant({}), oddLinks) });
}

/** `GET /sandbox-management/`. */
export const oddSandboxes = fc.record({
  sandboxes: fc.array(
    oddObject({
      name: fc.constantFrom('prod', 'dev', 'stage'),
      title: fc.string({ maxLength: 20 }),
      state: fc.constantFrom('active', 'ACTIVE', 'creating', 'deleted', 'resetting', 'odd'),
      type: fc.constantFrom('production', 'development'),
      region: fc.constantFrom('VA7', 'NLD2'),
      isDefault: fc.boolean(),
      createdDate: oddNumber,
    }),
    { maxLength: 12 },
  ),
});

/** `explore?objectType=root`. */
export const oddTables = fc.array(
  oddObject({
    type: fc.constant('table'),
    name: fc.string({ minLength: 1, maxLength: 20 }),
    path: fc.string({ minLength: 1, maxLength: 20 }),
    canPreview: fc.boolean(),
    canFetchSchema: fc.boolean(),
  }),
  { maxLength: 20 },
);

const columnName = fc.constantFrom('ID', 'AT', 'ID', '__proto__', 'constructor', 'toString', '');
const oddColumn = oddObject({
  name: columnName,
  type: fc.constantFrom('string', 'double'),
  'meta:xdmType': fc.constant('date-time'),
  xdm: fc.constant({ type: 'string' }),
});
const oddRow = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(columnName, oddValue), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  },
  oddValue,
);
/** A table with so many columns and rows, as good as any. */
export function bigTable(columns: number, rows: number): OddTable {
  const names = Array.from({ length: columns }, (_, place) => `C${place}`);
  return {
    schema: { columns: names.map((name) => ({ name, type: 'string' })) },
    data: Array.from({ length: rows }, (_, row) =>
      Object.fromEntries(names.map((name, place) => [name, row + place])),
    ),
  };
}

interface OddTable {
  readonly schema: { readonly columns: readonly unknown[] };
  readonly data: unknown;
}

/** `explore?objectType=table`. */
export const oddTable: fc.Arbitrary<OddTable> = fc.record({
  format: oddValue,
  schema: fc.record({ columns: fc.array(oddColumn, { maxLength: 12 }) }),
  data: fc.oneof({ weight: 4, arbitrary: fc.array(oddRow, { maxLength: 12 }) }, oddValue),
});

/** `GET /connectionSpecs/{id}`. */
export function oddSpecs(specId: string) {
  return fc.record({
    items: fc.array(
      oddObject({
        id: fc.constant(specId),
        name: fc.constant('phoenix'),
        version: fc.constant('1.0'),
        authSpec: fc.array(oddObject({ name: fc.constant('Basic Authentication'), spec: oddValue }), {
          maxLength: 3,
        }),
        attributes: oddValue,
      }),
      { maxLength: 3 },
    ),
  });
}

/** The body of an error, in each of the documented families and in none. */
export const oddErrorBody = fc.oneof(
  oddObject({ error_code: fc.constantFrom<unknown>('403010', 403_010), message: oddText }),
  oddObject({
    type: fc.oneof(
      oddText,
      oddText.map((text) => `https://ns.adobe.com/aep/errors/${text}`),
    ),
    title: oddText,
    detail: oddText,
    report: oddObject({ 'detailed-message': oddText, 'request-id': oddText }),
  }),
  oddObject({ errors: fc.array(oddObject({ message: oddText }), { maxLength: 2 }) }),
  oddObject({ error: oddText, error_description: oddText }),
  oddValue,
);

/** What an access token says of itself. */
export const oddClaims = oddObject({
  client_id: fc.constant('my-client'),
  created_at: fc.oneof(oddNumber, fc.constantFrom('9'.repeat(400), '-1', '1e3', '1700000000000')),
  expires_in: fc.oneof(oddNumber, fc.constantFrom('9'.repeat(400), '86400000')),
  exp: oddNumber,
});
