import { expect, it } from 'vitest';
import { gatewayUrl } from './gateway-url.ts';

it.each([
  ['platform.adobe.io', 'https://platform.adobe.io/data/foundation'],
  ['127.0.0.1:41234', 'http://127.0.0.1:41234/data/foundation'],
  ['[::1]:8766', 'http://[::1]:8766/data/foundation'],
  ['localhost.example', 'https://localhost.example/data/foundation'],
])('%s', (gatewayHost, url) => {
  expect(gatewayUrl({ gatewayHost })).toBe(url);
});
