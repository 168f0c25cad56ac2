import { expect, it } from 'vitest';
import type { Import } from '../../imports/import-result.ts';
import { toFillRemarks } from './fill-remarks.ts';

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
  expect(toFillRemarks(read, 'mysql')).toEqual({
    slug: 'mysql',
    heading: 'Some values were not imported',
    sentences: ['One note.', 'Skipped placeholders: server, port.', 'Ignored: sslmode.'],
  });
});

it('says why a text could not be used', () => {
  expect(toFillRemarks({ kind: 'refused', label: 'JDBC URL', reason: 'Why.' }, 'mysql')).toMatchObject({
    sentences: ['Why.'],
  });
});

it('says nothing when everything was used', () => {
  expect(toFillRemarks(nothing, 'mysql')).toBeNull();
});
