import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type PageFile, toPageFile } from './page-file.ts';

/** How the name of a file ends that the build has compressed with Brotli. */
const compressedEnd = '.br';

/** All files below a folder, by their path in the URL. */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<[string, Uint8Array<ArrayBuffer>]> => {
      const file = join(entry.parentPath, entry.name);
      const path = `/${relative(folder, file).replaceAll(sep, '/')}`;
      return [path, new Uint8Array(await readFile(file))];
    });
  const contents = new Map(await Promise.all(read));
  return new Map(
    [...contents]
      .filter(([path]) => !path.endsWith(compressedEnd))
      .map(([path, content]) => [
        path,
        toPageFile(path, content, contents.get(`${path}${compressedEnd}`) ?? null),
      ]),
  );
}
