import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type PageFile, toPageFile } from './page-file.ts';

/** All files below a folder, by their path in the URL. */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<[string, PageFile]> => {
      const file = join(entry.parentPath, entry.name);
      const path = `/${relative(folder, file).replaceAll(sep, '/')}`;
      return [path, toPageFile(path, new Uint8Array(await readFile(file)))];
    });
  return new Map(await Promise.all(files));
}
