import { expect, test } from 'vitest';
import { toAccessLogLine } from './to-access-log-line.ts';

test('a line is short, whatever the request', () => {
  expect(toAccessLogLine('GET', '/x'.repeat(4000), 404, 1.4, null)).toBe(`GET ${'/x'.repeat(100)} 404 1ms -`);
});

test('a malformed request ID is omitted', () => {
  expect(toAccessLogLine('GET', '/', 200, 12.6, 'abc-1:2.3')).toBe('GET / 200 13ms abc-1:2.3');
  expect(toAccessLogLine('GET', '/', 200, 12.6, 'Bearer a b')).toBe('GET / 200 13ms -');
});
