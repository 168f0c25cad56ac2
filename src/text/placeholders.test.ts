import { describe, expect, test } from 'vitest';
import { holdsExpression, isPlaceholder, markExpressions } from './placeholders.ts';

describe('expressions of template languages are placeholders', () => {
  test.each([
    "[parameters('h')]",
    "[concat(parameters('a'), '/b')]",
    "[reference(resourceId('x', 'y')).outputs.host.value]",
    "[listKeys('x', '2020')['key1']]",
    "@concat('a', pipeline().parameters.b)",
    '@{linkedService().host}',
    '@linkedService().host',
    '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s/)',
    '{{x}}',
    '{{ .Values.password | quote }}',
    '${X}',
    '${X:-default}',
    '${spring.host:${OTHER}}',
    '$(Pipeline.Password)',
    '%X%',
    '%password%',
    '<x>',
    '<your password>',
    '{X}',
    '$PASSWORD',
    '$env:PASSWORD',
    '#{Password}#',
    '<%= password %>',
    '[***HOST***]',
    '[YOUR_HOST]',
    '__PASSWORD__',
    'ENC(abc=)',
    '{cipher}abc',
    'YOUR_API_KEY',
    'your-password',
    '••••',
  ])('%s', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  test.each(['[abc]', '@bc', '@b(c', 'a$b', '50%', 'p{1}q', 'a<b', '[[x]', 'h.example', '$1', "[f('x'"])(
    '%s is a value',
    (text) => {
      expect(isPlaceholder(text)).toBe(false);
      expect(holdsExpression(text, 'secret')).toBe(false);
    },
  );
});

test.each(['a{{x}}', 'a${x}b', '@{x}y', 'a$(b)'])('%s: a part of any value is replaced', (text) => {
  expect(holdsExpression(text, 'secret')).toBe(true);
});

test('expressions in an address are marked, so that it can be split', () => {
  expect(markExpressions("[parameters('a:b')]:{{port}}")).toBe('\uFDD0:\uFDD0');
});
