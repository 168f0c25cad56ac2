import { expect, it } from 'vitest';
import { toSlugs } from './slug.ts';
import { sourceIndex } from './source-index.ts';

it.each([
  ['mysql', 'mysql'],
  ['google-big-query', 'google-big-query'],
  ['MySQL', 'id'],
  ['my sql', 'id'],
  ['a/b', 'id'],
  ['review', 'id'],
  ['platform', 'id'],
  ['sources', 'id'],
  ['other', 'id'],
  ['twice', 'id'],
  ['', 'id'],
  [undefined, 'id'],
])('a spec with the name %j has the slug %s', (name, slug) => {
  const slugs = toSlugs([
    { id: 'id', name },
    { id: 'other', name: 'another' },
    { id: '1', name: 'twice' },
  ]);
  expect(slugs.get('id')).toBe(slug);
});

it('a spec that is listed twice keeps its name', () => {
  const spec = { id: 'id', name: 'mysql' };
  expect(toSlugs([spec, spec]).get('id')).toBe('mysql');
});

it('every built-in source has the slug of its spec', () => {
  const slugs = toSlugs(sourceIndex.map(({ specId, slug }) => ({ id: specId, name: slug })));
  for (const { specId, slug } of sourceIndex) expect(slugs.get(specId)).toBe(slug);
});
