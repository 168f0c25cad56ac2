import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { readPastedText } from './read-pasted-text.ts';

const runs = Number(process.env['SOAK_RUNS'] ?? 500);
const seed = Number(process.env['SOAK_SEED'] ?? 20_250_502);

/** Expressions of template languages, as parts or as the whole of a value. */
const expressions = [
  "[parameters('Zq9')]",
  "@concat('Zq9', variables('9qZ'))",
  '@{Zq9}',
  '@Microsoft.KeyVault(SecretUri=https://Zq9)',
  '{{Zq9}}',
  '${Zq9}',
  '$(Zq9)',
  '%Zq9%',
  '<Zq9>',
  '{Zq9}',
];
const names = [
  'PHOENIX_USER',
  'PHOENIX_HOST',
  'PHOENIX_PORT',
  'PHOENIX_PASSWORD',
  'API_KEY',
  'SANDBOX',
] as const;
const entries = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom(...names, 'OTHER_NAME', 'LOG_LEVEL'),
    value: fc.constantFrom(...expressions, 'plain', '443', 'two words', 'a,b'),
  }),
  { minLength: 1, maxLength: 6, selector: ({ key }) => key },
);
type Entries = readonly { readonly key: string; readonly value: string }[];
const writers: readonly ((all: Entries) => string)[] = [
  (all) => all.map(({ key, value }) => `${key}=${value}`).join('\n'),
  (all) => all.map(({ key, value }) => `export ${key}="${value}"`).join('\n'),
  (all) => all.map(({ key, value }) => `${key}: ${JSON.stringify(value)}`).join('\n'),
  (all) => JSON.stringify(Object.fromEntries(all.map(({ key, value }) => [key, value]))),
  (all) => JSON.stringify({ values: all }),
  (all) => JSON.stringify({ info: {}, item: [], variable: all }),
  (all) => `[section]\n${all.map(({ key, value }) => `${key} = ${value}`).join('\n')}`,
];
/** The words of a note about the field of a name. */
const labels: Readonly<Record<string, string>> = {
  PHOENIX_USER: 'username',
  PHOENIX_HOST: 'host',
  PHOENIX_PORT: 'port',
  PHOENIX_PASSWORD: 'password',
  API_KEY: 'apiKey',
  SANDBOX: 'sandbox',
};

it(`${runs} texts with templates: no value has template syntax, and every name is used, listed or mentioned`, () => {
  const property = fc.property(entries, fc.constantFrom(...writers), (all, write) => {
    const result = readPastedText(write(all), phoenix);
    if (result.kind === 'refused') return result.reason.length > 0;
    const { params = {}, ...caller } = result.found;
    const found = { ...caller, ...params };
    if (/Zq9|9qZ|\uFDD0/.test(JSON.stringify(found))) return false;
    const told = [
      ...result.notes.map((note) => note.toLowerCase()),
      ...result.placeholders,
      ...result.unknownKeys,
    ];
    return all.every(({ key }) => {
      const label = labels[key] ?? key;
      const words = [key, key.toLowerCase(), label.toLowerCase(), label.replace('apiKey', 'api key')];
      return (
        label in found ||
        told.some((one) => words.some((word) => one.includes(word)) || /some lines/.test(one))
      );
    });
  });
  const report = fc.defaultReportMessage(fc.check(property, { numRuns: runs, seed }));
  expect(report).toBeUndefined();
}, 300_000);
