import { expect, it } from 'vitest';
import { describeChoice, labelChoice } from './label-choice.ts';

it.each([
  ['Sales', [], 'Sales'],
  ['Sales', ['db.example'], 'Sales (db.example)'],
  ['Sales', ['db.example', '2'], 'Sales (db.example) (2)'],
  ['x'.repeat(400), ['db.example'], `${'x'.repeat(299)}… (db.example)`],
])('the label of a connection ends with what tells it apart: %#', (name, details, label) => {
  expect(labelChoice({ name, details, authMethod: null })).toBe(label);
});

it.each([
  [0, 'Showing Sales (db.example). No fields will be filled in.'],
  [1, 'Showing Sales (db.example). 1 field will be filled in.'],
  [2, 'Showing Sales (db.example). 2 fields will be filled in.'],
])('a choice that fills in %i fields says so', (fields, words) => {
  expect(describeChoice({ name: 'Sales', details: ['db.example'], authMethod: null }, fields)).toBe(words);
});
