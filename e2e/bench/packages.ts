import { gzipSync } from 'node:zlib';
import { SourceMap } from 'node:module';
import { build } from 'vite';
import { printTable } from './print-table.ts';

/** Part of `npm run bench`: which packages the JavaScript of the first step comes from. */
const built = await build({ logLevel: 'error', build: { write: false, sourcemap: 'hidden' } });
const outputs = 'output' in built || Array.isArray(built) ? [built].flat() : [];
const chunks = outputs.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
const entry = chunks.find(({ isEntry }) => isEntry);
if (entry === undefined) throw new Error('The build has no first file.');

const first = [entry, ...chunks.filter(({ fileName }) => entry.imports.includes(fileName))];
const total = first.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
const texts = new Map<string, string>();
for (const { code, map, fileName } of first) {
  if (map !== null) addTexts(texts, code, new SourceMap({ ...map, file: fileName, sourceRoot: '' }));
}
// A package alone compresses worse than among the others, so the sizes are scaled to the size of the files.
const sizes = [...texts].map(([name, text]) => ({ name, bytes: gzipSync(text).length }));
const sum = sizes.reduce((so, { bytes }) => so + bytes, 0);
const rows = sizes
  .map(({ name, bytes }) => ({ name, bytes: (bytes * total) / sum }))
  .toSorted((one, other) => other.bytes - one.bytes)
  .map(({ name, bytes }) => [name, toKb(bytes)]);
printTable(['package in the first files', 'JavaScript'], [...rows, ['together', toKb(total)]]);

/** Adds the minified text of each package. Text that no source claims belongs to the one before it. */
function addTexts(texts: Map<string, string>, code: string, map: SourceMap): void {
  for (const [line, text] of code.split('\n').entries()) {
    let start = 0;
    let name = packageAt(map, line, 0);
    for (let column = 1; column <= text.length; column += 1) {
      const next = column === text.length ? null : packageAt(map, line, column);
      if (next === name) continue;
      texts.set(name, (texts.get(name) ?? '') + text.slice(start, column));
      start = column;
      name = next ?? name;
    }
  }
}

function packageAt(map: SourceMap, line: number, column: number): string {
  const entry = map.findEntry(line, column);
  const source = 'originalSource' in entry ? entry.originalSource : '';
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? 'our own';
}

function toKb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
