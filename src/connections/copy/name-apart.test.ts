import { expect, it } from 'vitest';
import { type Named, findName, nameApart } from './name-apart.ts';

const connection = (id: string, name: string, address: string | null): Named => ({ id, name, address });

const plain = (...connections: readonly Named[]) =>
  [...nameApart(connections).values()].map((name) => name.plain);

it('adds nothing to names that differ', () => {
  expect(plain(connection('1', 'Sales', 'a.example'), connection('2', 'Stock', 'a.example'))).toEqual([
    'Sales',
    'Stock',
  ]);
});

it('adds the address to equal names, and an ID only where the addresses are equal, too', () => {
  const names = plain(
    connection('11111111-a', 'Sales', 'a.example'),
    connection('22222222-b', 'Sales', 'b.example'),
    connection('33333333-c', 'Sales', 'B.example'),
    connection('44444444-d', 'Stock', 'b.example'),
  );
  expect(names).toEqual([
    'Sales (a.example)',
    'Sales (b.example, ID 22222222)',
    'Sales (B.example, ID 33333333)',
    'Stock',
  ]);
});

it.each([
  [
    'without an address',
    ['Sales', null],
    ['Sales', null],
    ['Sales (ID 11111111-a)', 'Sales (ID 11111111-b)'],
  ],
  [
    'of which one has no address',
    ['Sales', 'a.example'],
    ['Sales', null],
    ['Sales (a.example)', 'Sales (ID 11111111)'],
  ],
  [
    'whose names differ after what is shown',
    [`${'x'.repeat(100)}1`, 'a.example'],
    [`${'x'.repeat(100)}2`, 'b.example'],
    [`${'x'.repeat(99)}… (a.example)`, `${'x'.repeat(99)}… (b.example)`],
  ],
  [
    'whose names differ in characters that are not seen',
    ['Sales', 'a.example'],
    ['Sa\u200bles ', 'b.example'],
    ['Sales (a.example)', 'Sa\u200bles  (b.example)'],
  ],
  [
    'of which one is named as the other is shown',
    ['Sales (a.example)', 'c.example'],
    ['Sales', 'a.example'],
    ['Sales (a.example)', 'Sales'],
  ],
] as const)('tells connections apart %s', (_, [oneName, oneHost], [otherName, otherHost], shown) => {
  expect(
    plain(connection('11111111-a', oneName, oneHost), connection('11111111-b', otherName, otherHost)),
  ).toEqual(shown);
});

it('tells three connections apart when one is named as another is shown', () => {
  const names = plain(
    connection('1', 'Sales', 'a.example'),
    connection('2', 'Sales', 'b.example'),
    connection('3', 'Sales (a.example)', 'c.example'),
  );
  expect(new Set(names).size).toBe(3);
});

it('puts the quotation marks around the name alone', () => {
  const names = nameApart([connection('1', 'Sales', 'a.example'), connection('2', 'Sales', 'b.example')]);
  expect(findName(names, { id: '1', name: 'Sales' }).quoted).toBe('“Sales” (a.example)');
  expect(findName(names, { id: 'gone', name: 'Old' }).quoted).toBe('“Old”');
});
