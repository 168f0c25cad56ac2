import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  string,
  tuple,
  uuid,
} from 'fast-check';
import { oddNumber, oddObject, oddText, oddValue } from './odd-values-fixture.ts';

/** Undocumented answers, to test how the page handles them. */

const id = uuid();
const time = integer({ min: 1_500_000_000_000, max: 1_800_000_000_000 });

const oddParams = oddObject({
  host: constantFrom('mycluster.azurehdinsight.net', '127.0.0.1'),
  port: constantFrom<unknown>(443, '443', 8765),
  httpPath: constant('/hbasephoenix0'),
  username: constant('admin'),
  password: constant('xxxx'),
  enableSsl: constantFrom<unknown>(true, false, 'true'),
});

/** A connection in which everything except the ID may be invalid. */
export function oddConnection(ownId: Arbitrary<unknown>, specId: string): Arbitrary<unknown> {
  return oddObject({
    id: ownId,
    name: string({ minLength: 1, maxLength: 20 }),
    description: string({ maxLength: 40 }),
    createdAt: time,
    updatedAt: time,
    createdBy: constant('28AF0000@AdobeID'),
    updatedBy: constant('28AF0000@AdobeID'),
    sandboxName: constant('prod'),
    connectionSpec: constant({ id: specId, version: '1.0' }),
    state: constantFrom('enabled', 'disabled', 'initializing'),
    auth: oddObject({ specName: constant('Basic Authentication'), params: oddParams }),
    etag: constant('"830082dc-0000-0200-0000-5e84ee560000"'),
  });
}

const oddLinks = oddObject({
  next: oddObject({
    href: constantFrom('/connections?continuationToken=abc', 'nowhere', '?continuationToken='),
  }),
});

/** `GET /connections`. */
export function oddConnections(specId: string) {
  const item = oddConnection(oneof({ weight: 4, arbitrary: id }, constant('the-same-id')), specId);
  return record({ items: array(item, { maxLength: 12 }), _links: oneof(constant({}), oddLinks) });
}

/** `GET /sandbox-management/`. */
export const oddSandboxes = record({
  sandboxes: array(
    oddObject({
      name: constantFrom('prod', 'dev', 'stage'),
      title: string({ maxLength: 20 }),
      state: constantFrom('active', 'ACTIVE', 'creating', 'deleted', 'resetting', 'odd'),
      type: constantFrom('production', 'development'),
      region: constantFrom('VA7', 'NLD2'),
      isDefault: boolean(),
      createdDate: oddNumber,
    }),
    { maxLength: 12 },
  ),
});

/** `explore?objectType=root`. */
export const oddTables = array(
  oddObject({
    type: constant('table'),
    name: string({ minLength: 1, maxLength: 20 }),
    path: string({ minLength: 1, maxLength: 20 }),
    canPreview: boolean(),
    canFetchSchema: boolean(),
  }),
  { maxLength: 20 },
);

const columnName = constantFrom('ID', 'AT', 'ID', '__proto__', 'constructor', 'toString', '');
const oddColumn = oddObject({
  name: columnName,
  type: constantFrom('string', 'double'),
  'meta:xdmType': constant('date-time'),
  xdm: constant({ type: 'string' }),
});
const oddRow = oneof(
  {
    weight: 4,
    arbitrary: array(tuple(columnName, oddValue), { maxLength: 6 }).map((entries) =>
      Object.fromEntries(entries),
    ),
  },
  oddValue,
);
interface OddTable {
  readonly schema: { readonly columns: readonly unknown[] };
  readonly data: unknown;
}

/** `explore?objectType=table`. */
export const oddTable: Arbitrary<OddTable> = record({
  format: oddValue,
  schema: record({ columns: array(oddColumn, { maxLength: 12 }) }),
  data: oneof({ weight: 4, arbitrary: array(oddRow, { maxLength: 12 }) }, oddValue),
});

/** `GET /connectionSpecs/{id}`. */
export function oddSpecs(specId: string) {
  return record({
    items: array(
      oddObject({
        id: constant(specId),
        name: constant('phoenix'),
        version: constant('1.0'),
        authSpec: array(oddObject({ name: constant('Basic Authentication'), spec: oddValue }), {
          maxLength: 3,
        }),
        attributes: oddValue,
      }),
      { maxLength: 3 },
    ),
  });
}

/** The body of an error, in each of the documented families or in none. */
export const oddErrorBody = oneof(
  oddObject({ error_code: constantFrom<unknown>('403010', 403_010), message: oddText }),
  oddObject({
    type: oneof(
      oddText,
      oddText.map((text) => `https://ns.adobe.com/aep/errors/${text}`),
    ),
    title: oddText,
    detail: oddText,
    report: oddObject({ 'detailed-message': oddText, 'request-id': oddText }),
  }),
  oddObject({ errors: array(oddObject({ message: oddText }), { maxLength: 2 }) }),
  oddObject({ error: oddText, error_description: oddText }),
  oddValue,
);

/** The claims of an access token. */
export const oddClaims = oddObject({
  client_id: constant('my-client'),
  created_at: oneof(oddNumber, constantFrom('9'.repeat(400), '-1', '1e3', '1700000000000')),
  expires_in: oneof(oddNumber, constantFrom('9'.repeat(400), '86400000')),
  exp: oddNumber,
});
