import { expect, it } from 'vitest';
import { readSourceKind } from './source-kind.ts';

it.each([
  ['a documented database whose definition is not known', null, true, 'tables'],
  ['a source whose definition is not known', null, false, 'tables'],
  ['a tabular source', { exploreSpec: { name: 'Tabular', type: 'Tabular' } }, false, 'tables'],
  ['a file system', { exploreSpec: { name: 'FileSystem' } }, false, 'files'],
  ['a documented source without a word about exploring', { name: 'mysql' }, true, 'tables'],
] as const)('%s', (_, spec, isDocumented, kind) => {
  expect(readSourceKind(spec, isDocumented)).toEqual({ kind, params: [] });
});

it('another source names its own params', () => {
  const spec = { sourceSpec: { spec: { properties: { listId: {}, toString: {} } } }, exploreSpec: 'odd' };
  expect(readSourceKind(spec, false)).toEqual({ kind: 'other', params: ['listId', 'toString'] });
  expect(readSourceKind({}, false)).toEqual({ kind: 'other', params: [] });
});
