import { readFileSync } from 'node:fs';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/**
 * What stands in the first fenced block of a language below a heading of README.md.
 * @throws when there is none.
 */
export function readmeBlock(heading: string, language: string): string {
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const [ownSection = ''] = section.split('\n## ');
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(ownSection)?.[1];
  if (block === undefined) throw new Error(`README.md has no ${language} block below ${heading}.`);
  return block;
}
