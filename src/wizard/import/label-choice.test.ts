import { expect, it } from 'vitest';
import { labelChoice } from './label-choice.ts';

it.each([
  ['Sales', [], 'Sales'],
  ['Sales', ['db.example'], 'Sales (db.example)'],
  ['Sales', ['db.example', '2'], 'Sales (db.example) (2)'],
  ['x'.repeat(400), ['db.example'], `${'x'.repeat(299)}… (db.example)`],
])('the label of a connection ends with what tells it apart: %#', (name, details, label) => {
  expect(labelChoice({ name, details, authMethod: null })).toBe(label);
});
