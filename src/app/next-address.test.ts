import { describe, expect, it } from 'vitest';
import { readNextAddress } from './next-address.ts';

describe('the address after the first step', () => {
  it.each([
    '/connect/review',
    '/connections',
    '/connections?search=two%20words&sort=name',
    '/connections/ab-12/edit',
  ])('%j is a page of the wizard', (address) => {
    expect(readNextAddress(address)).toBe(address);
  });

  it('the part after # is removed', () => {
    expect(readNextAddress('/connections?sort=name#there')).toBe('/connections?sort=name');
  });

  it.each([
    '//elsewhere.example/connections',
    '/\\elsewhere.example/connections',
    '/\n/elsewhere.example/connections',
    '/\t\\elsewhere.example/connections?search=x',
    'https://elsewhere.example/connections',
    'http://own.invalid/connections',
    'javascript:alert(1)',
    'connections',
    '/connections/../connect/platform',
    '/connections/..%2f..%2felsewhere',
    '/connect/platform?next=/connections',
    '/api/local/reset',
    '/',
    '//[',
    '',
    42,
    undefined,
    { pathname: '/connections' },
  ])('%j is ignored', (address) => {
    expect(readNextAddress(address)).toBeNull();
  });
});
