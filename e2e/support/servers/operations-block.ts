import { readFileSync } from 'node:fs';

const operations = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');

/**
 * The content of the first fenced block of a language below a heading of docs/operations.md.
 * @throws when there is no such block.
 */
export function operationsBlock(heading: string, language: string): string {
  const [, section = ''] = operations.split(`\n## ${heading}\n`);
  const [ownSection = ''] = section.split('\n## ');
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(ownSection)?.[1];
  if (block === undefined) throw new Error(`docs/operations.md has no ${language} block below ${heading}.`);
  return block;
}
