import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtInSources } from './built-in-sources.ts';
import { fieldedTexts } from './fielded-text.ts';
import { remarks } from './remarks.ts';
import { type SourceDescription, chooseAuthMethod } from './source.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/sources.md'), 'utf8');

/** The cells of each row of the first table, without its head. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

function describe(source: SourceDescription): readonly string[] {
  const methods = source.authMethods.map((method) => {
    const asText = method.params.length === 1 ? 'text' : 'fields';
    return `${method.label} (${fieldedTexts(method).length > 0 ? 'fields or text' : asText})`;
  });
  const notes = source.remarks.filter((remark) => remark !== 'utc').map((remark) => remarks[remark].label);
  return [source.name, methods.join('<br>'), describeCheck(source), notes.join(', ')];
}

function describeCheck(source: SourceDescription): string {
  const { endpoint } = chooseAuthMethod(source);
  if (endpoint === null) return 'no';
  if (endpoint.protocol === 'phoenix') return 'all hops';
  const usualPort = endpoint.reach?.usualPort;
  return usualPort === undefined ? 'server' : `server, usual port ${usualPort}`;
}

it('the documented table says of every source what the wizard does', () => {
  expect(rows).toEqual(builtInSources.map(describe));
});
