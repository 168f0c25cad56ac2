import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import type { Environment } from '../../flow-service/schemas/environment.ts';
import type { Backend } from '../start-backend.ts';
import { type PageFile, toPageFile } from './page-file.ts';

/** The page that a new tab shows first at a path; undefined when only the script of the page can draw it. */
export type FindFirstPage = (path: string) => Promise<PageFile | undefined>;

/** The result of `src/app/render-pages.tsx`. The title and the markup are HTML. */
const renderedPages = z.array(
  z.object({
    /** `$id` is any segment, which takes the place of `$id` in the markup. */
    paths: z.array(z.string()),
    title: z.string(),
    markup: z.string(),
  }),
);

type RenderedPages = z.infer<typeof renderedPages>;

const run = promisify(execFile);

/** Milliseconds. It usually takes 300. */
const longestRender = 30_000;

/** What the process runs, with the address of the renderer and the environment. */
const program = `
const [, renderer, environment] = process.argv;
const { renderPages } = await import(renderer);
process.stdout.write(JSON.stringify(await renderPages(JSON.parse(environment))));
`;

/**
 * Draws the first pages once, and puts them into the page of the build. Without them a page is empty until its script
 * has run, so a failure is only logged.
 * @param renderer The address of the built `src/app/render-pages.tsx`.
 * @param index The page of the build.
 */
export function startFirstPages(
  renderer: URL,
  { describe, simulates }: Pick<Backend, 'describe' | 'simulates'>,
  index: PageFile,
  log: (line: string) => void,
): FindFirstPage {
  const drawn = draw(renderer, describe())
    .then(async (pages) => fillPages(pages, new TextDecoder().decode(await index.encode('identity'))))
    .catch((error: Error) => {
      const why = describeFailure(error);
      log(`The pages are empty until their script has run, because drawing them failed: ${why}`);
      return () => undefined;
    });
  // What tells of a simulated failure would push the page away that was drawn without.
  return async (path) => ((await simulates()) ? undefined : (await drawn)(path));
}

/** Puts each page into the page of the build. */
function fillPages(pages: RenderedPages, html: string): (path: string) => PageFile | undefined {
  const routes = pages.flatMap(({ paths, title, markup }) => {
    const fill = (id: string) =>
      toPageFile(
        '/index.html',
        new TextEncoder().encode(
          html
            .replace(/<title>.*?<\/title>/, () => `<title>${title}</title>`)
            .replace(
              '<div id="app"></div>',
              () => `<div id="app" data-waiting>${markup.replaceAll('$id', id)}</div>`,
            ),
        ),
      );
    const isShared = !markup.includes('$id');
    const shared = fill('');
    return paths.map((path) => ({
      pattern: new RegExp(`^${path.replace('$id', '([\\w-]+)')}$`),
      fill: isShared ? () => shared : fill,
    }));
  });
  return (path) => {
    for (const { pattern, fill } of routes) {
      const found = pattern.exec(path);
      if (found !== null) return fill(found[1] ?? '');
    }
    return undefined;
  };
}

/** In one line. The message of a process that failed is its whole command; what matters is in its error output. */
function describeFailure(error: Error): string {
  const output = 'stderr' in error ? String(error.stderr) : '';
  const [line = error.message] = /^\S*Error\b.*$/m.exec(output) ?? [];
  return line.replaceAll(/\s+/g, ' ').slice(0, 300);
}

/** Runs in a separate process, so that its memory is free when it ends. It gets no secret of the server. */
async function draw(renderer: URL, environment: Omit<Environment, 'writeNonce'>): Promise<RenderedPages> {
  // No page shows the prefix of the keys of writes.
  const known: Environment = { ...environment, writeNonce: '0'.repeat(32) };
  const running = run(
    process.execPath,
    ['--input-type=module', '--eval', program, renderer.href, JSON.stringify(known)],
    { env: {}, timeout: longestRender, maxBuffer: 10_000_000 },
  );
  // A server that stops does not wait for it.
  running.child.unref();
  const { stdout } = await running;
  return renderedPages.parse(JSON.parse(stdout));
}
