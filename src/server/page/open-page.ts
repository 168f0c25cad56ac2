import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Backend } from '../start-backend.ts';
import { startFirstPages } from './first-pages.ts';
import { pageHandler } from './page-handler.ts';
import { readPageFiles } from './read-page-files.ts';

/** Serves the build in `folder`. Its pages are drawn here first when what draws them was built, too. */
export async function openPage(
  folder: string,
  backend: Pick<Backend, 'describe' | 'simulates'>,
  log: (line: string) => void,
): Promise<(request: Request) => Promise<Response>> {
  const files = await readPageFiles(folder);
  const index = files.get('/index.html');
  const renderer = rendererOf(folder);
  return pageHandler(
    files,
    index !== undefined && existsSync(renderer)
      ? startFirstPages(renderer, backend, index, log)
      : () => Promise.resolve(undefined),
  );
}

/** The built `src/app/render-pages.tsx`, next to the folder of the page. */
export function rendererOf(folder: string): URL {
  return new URL('build/page/render-pages.js', pathToFileURL(folder));
}
