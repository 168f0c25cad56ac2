import { expect, it } from 'vitest';
import { readColumnKind } from './column-kind.ts';

it.each([
  [{ name: 'A', type: 'string', xdm: { type: 'string' } }, 'text'],
  [{ name: 'A', type: 'string', 'meta:xdmType': 'date-time', xdm: { type: 'string' } }, 'time'],
  [{ name: 'A', type: 'string', xdm: { type: 'string', format: 'date' } }, 'time'],
  [{ name: 'A', type: 'double', xdm: { type: 'number' } }, 'number'],
  [{ name: 'A', type: 'BIGINT' }, 'number'],
  [{ name: 'A', type: 'boolean' }, 'boolean'],
  [{ name: 'A', type: 'binary' }, 'other'],
  [{ name: 'A', type: '' }, 'other'],
] as const)('%j is %s', (column, kind) => {
  expect(readColumnKind(column)).toBe(kind);
});
