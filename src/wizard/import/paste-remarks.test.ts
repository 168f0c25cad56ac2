import { expect, it } from 'vitest';
import type { Import } from '../../imports/import-result.ts';
import { toPasteRemarks } from './paste-remarks.ts';

const nothing: Import = {
  kind: 'address',
  label: 'JDBC URL',
  found: {},
  placeholders: [],
  unknownKeys: [],
  notes: [],
};

it('says everything that was not filled in', () => {
  const read = {
    ...nothing,
    notes: ['One note.'],
    placeholders: ['server', 'port'],
    unknownKeys: ['sslmode'],
  };
  expect(toPasteRemarks(read, 'mysql')).toEqual({
    slug: 'mysql',
    heading: 'Some values were not imported',
    sentences: ['One note.', 'Skipped placeholders: server, port.', 'Ignored: sslmode.'],
  });
});

it('says why a text could not be used', () => {
  expect(toPasteRemarks({ kind: 'refused', label: 'JDBC URL', reason: 'Why.' }, 'mysql')).toMatchObject({
    sentences: ['Why.'],
  });
});

it('says nothing when everything was used', () => {
  expect(toPasteRemarks(nothing, 'mysql')).toBeNull();
});
