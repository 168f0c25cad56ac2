import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { findAll, toAnchors } from '../testing/read-document.ts';
import { SettingsError, readSettings, settingNames } from './settings/settings.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const documents = readdirSync(join(project, 'docs')).map((name) => `docs/${name}`);
const pages = [
  'README.md',
  ...documents,
  ...readdirSync(join(project, '.github')).map((name) => `.github/${name}`),
].filter((path) => path.endsWith('.md'));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .map((path) => join(folder, path));
}

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('names commands that exist', () => {
    const commands = [...findAll(text, /npm run ([\w:-]+)/g), ...findAll(text, /npm (test|start)\b/g)];
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });

  it('links to files that exist', () => {
    const links = findAll(text, /\]\((?!https?:|#)([^)#]+)/g).map((link) => join(dirname(page), link));
    const named = findAll(text, /`((?:src|e2e|docs|public|\.github|\.ci)\/[\w./-]+)`/g);
    const pictures = findAll(text, /src(?:set)?="([^"]+)"/g);
    expect([...links, ...named, ...pictures].filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });

  it('links to headings that exist', () => {
    const anchors = [...text.matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
    const missing = anchors.filter(([, path = '', anchor = '']) => {
      const target = path === '' ? page : join(dirname(page), path);
      return !toAnchors(read(target)).includes(anchor);
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it('names settings that the server reads', () => {
    const named = findAll(text, /\b(AEP_[A-Z_]+|[A-Z_]*CONNECTION_CHECK[A-Z_]*|PUBLIC_ORIGIN|\w+_PROXY)\b/g);
    expect(named.filter((name) => !settingNames.includes(name))).toEqual([]);
  });
});

it('e2e/support/servers/no-settings.ts blanks every setting of the server, and no other', () => {
  const blanked = findAll(read('e2e/support/servers/no-settings.ts'), /^  ([A-Za-z_]+): '',$/gm);
  expect(new Set(blanked)).toEqual(new Set(settingNames));
});

describe('README.md', () => {
  const readme = read('README.md');

  it('is short and links to every document', () => {
    const lines = readme.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThanOrEqual(130);
    expect(lines).toBeLessThanOrEqual(180);
    const links = findAll(readme, /\]\((docs\/[\w.-]+)/g);
    expect(documents.filter((path) => !links.includes(path))).toEqual([]);
  });
});

describe('the documents', () => {
  const code = sourceFiles('src').map(read).join('\n');

  it('contain every command', () => {
    const text = pages.map(read).join('\n');
    const documented = findAll(text, /`npm (?:run )?([\w:-]+)/g);
    // npm runs this one itself.
    const commands = Object.keys(scripts).filter((name) => name !== 'prepack');
    expect(commands.filter((name) => !documented.includes(name))).toEqual([]);
  });

  it('explain every setting in docs/operations.md', () => {
    const explained = findAll(read('docs/operations.md'), /`([A-Z_]+)`/g);
    const usual = settingNames.filter((name) => name === name.toUpperCase());
    expect(usual.filter((name) => !explained.includes(name))).toEqual([]);
  });

  it('quote page messages correctly in docs/troubleshooting.md', () => {
    const symptoms = findAll(read('docs/troubleshooting.md'), /^\| ([^|]*)\|/gm);
    const quoted = symptoms.flatMap((cell) => findAll(cell, /"([^"]+)"/g));
    expect(quoted.length).toBeGreaterThan(8);
    // In the code, a value may be inserted into a sentence.
    const isSaid = (words: string) => code.includes(words.replace('Apache Phoenix', '${source.name}'));
    expect(quoted.filter((words) => !isSaid(words))).toEqual([]);
  });

  it('state the size and request limits of the first step in docs/figures.md', () => {
    const story = read('e2e/tests/wizard/budget.spec.ts');
    const [bytes] = findAll(story, /^const budgetBytes = (\d+)_000;$/gm);
    const [requests] = findAll(story, /^const budgetRequests = (\d+);$/gm);
    const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    const sentence = `under ${bytes} kB, compressed, and at most ${words[Number(requests)]} requests`;
    expect(read('docs/figures.md').replaceAll('\n', ' ')).toContain(sentence);
  });
});

describe('.env.example', () => {
  const documented = findAll(read('.env.example'), /^#?([A-Z_]+)=/gm);

  it('has every setting of the server, and no other', () => {
    // Settings that are also read in lower case are documented with their usual name.
    const usual = settingNames.filter((name) => name === name.toUpperCase());
    expect(new Set(documented)).toEqual(new Set(usual));
  });

  it.each(documented)('has a %s that has an effect', (name) => {
    expect(() => readSettings({ [name]: '!! wrong' })).toThrow(SettingsError);
  });
});
