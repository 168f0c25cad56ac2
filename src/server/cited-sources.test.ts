import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findAll, toAnchors } from '../testing/read-document.ts';

/** Comments cite the sources of facts about Adobe by a key or a section of one document. */

const project = fileURLToPath(new URL('../..', import.meta.url));
const facts = readFileSync(join(project, 'docs/flow-service.md'), 'utf8');
const [, keyTable = ''] = /^## Source keys$(.*?)^## /ms.exec(facts) ?? [];
const keys = findAll(keyTable, /^\| ([A-Z][A-Z-]+) +\|/gm);
const sources = ['src', 'e2e'].flatMap(readSources).join('\n');

it('docs/flow-service.md defines every source key that the code cites', () => {
  const ofKnownKind = findAll(sources, /\b((?:OAS|T|ERR|IMS|IP|PQS)-[A-Z]+)\b/g);
  // In a comment or the name of a test, capitals after a bracket are a key, or a general abbreviation.
  const inBrackets = findAll(
    sources,
    /^\s*(?:\/?\*|\/\/|describe|it).*\((?!RFC|WCAG|CORS|DNS|TLS|SNI|HTTP|JSON|UTC)([A-Z][A-Z-]+[A-Z])\b(?!-)/gm,
  );
  const cited = new Set([...ofKnownKind, ...inBrackets]);
  expect(cited.size).toBeGreaterThan(15);
  expect([...cited].filter((key) => !keys.includes(key))).toEqual([]);
});

it('docs/flow-service.md has every section that the code cites', () => {
  const cited = new Set(findAll(sources, /docs\/flow-service\.md#([\w-]+)/g));
  expect(cited.size).toBeGreaterThan(8);
  expect([...cited].filter((anchor) => !toAnchors(facts).includes(anchor))).toEqual([]);
});

it('docs/flow-service.md gives every source key an address, and states facts under it', () => {
  const lines = keyTable.split('\n').filter((line) => /^\| [A-Z]/.test(line));
  expect(lines.filter((line) => !line.includes('](https://'))).toEqual([]);
  const [, stated = ''] = facts.split('\n## Endpoints\n');
  expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(stated))).toEqual([]);
});

it('no comment cites a document that is not in the repository', () => {
  expect(findAll(sources, /\b(contract(?:,? sections?)? \d[\d.]*)/gi)).toEqual([]);
});

function readSources(folder: string): readonly string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(project, folder, path), 'utf8'));
}
